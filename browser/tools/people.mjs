// Two people who apply, and what they get wrong at first.

let number = 0;

const unique = () => {
  number += 1;
  return `${Date.now().toString(36)}${number}`;
};

/** A veteran from the United States who writes English and answers everything. */
export function aroha() {
  return {
    language: "en",
    address: "email",
    answers: {
      help_how: "combat", "born.day": "27", "born.month": "march", "born.year": "1990",
      "nationalities.0": "US", residence: "US", experience: "combat", skills: "medic drone", languages: "en es",
      serving: "no", criminal_record: "no", medical_bar: "no",
      understood: "myself",
      email: `aroha.${unique()}@example.org`, phone: "",
      given: "Aroha", family: "O’Neill", given_original: "Ароха", family_original: "О’Ніл", sex: "female",
      document_issuer: "US", document_number: `X${unique().toUpperCase().slice(-8)}`,
      "document_expires.day": "1", "document_expires.month": "6", "document_expires.year": "2029",
      trade: "medic", service_years: "6",
      "service.0.country": "US", "service.0.force": "Army, 3rd Infantry Division", "service.0.role": "medic",
      "service.0.from": "2010", "service.0.to": "2016", "service.0.combat": "yes",
      kin_choice: "name", "kin.0.name": "Ngaio O’Neill", "kin.0.relation": "sister", "kin.0.phone": "+1 202 555 0143",
      "kin.0.languages": "en", ties: "no", available: "one_month", words: "I was a medic for six years.",
    },
    // By question, or by the last word of the path: what is typed first.
    mistakes: {
      born: { "born.day": "31", "born.month": "february", "born.year": "1990" },
      countries: {},
      languages: {},
      record: { serving: "no" },
      contact: { email: "aroha at example" },
      name: { given: "Aroha", family: "O’Nеill" },
      "name-original": { given_original: "Аroha" },
      document: { document_number: "!", "document_expires.day": "31", "document_expires.month": "2", "document_expires.year": "2029" },
      trade: { service_years: "six" },
      "service-record": { "service.0.force": "Army", "service.0.from": "then" },
      kin: { "kin.0.name": "Ngaio O’Neill", "kin.0.phone": "no" },
      words: { words: "I was there. ".repeat(350).trim() },
    },
  };
}

/** Somebody from Georgia who reads Ukrainian, never served, helps otherwise, and is reached by telephone. */
export function nino() {
  const digits = String(Date.now() + (number += 1)).slice(-9);
  return {
    language: "uk",
    address: "phone",
    aside: ["health"],
    answers: {
      help_how: "other", "born.day": "3", "born.month": "листопада", "born.year": "1995",
      "nationalities.0": "GE", residence: "PL", experience: "none", skills: "", languages: "uk ka ru",
      serving: "no", criminal_record: "no", medical_bar: "dont_know",
      understood: "myself",
      email: "", phone: `+380${digits}`,
      given: "", family: "Beridze", given_original: "ნინო", family_original: "ბერიძე", sex: "unspecified",
      document_issuer: "", document_number: "",
      health_words: "Коліно після операції, бігати ще не можу.",
      kin_choice: "decline", ties: "yes", available: "dont_know", words: "",
    },
    mistakes: {
      born: { "born.day": "3", "born.month": "листопадня", "born.year": "1995" },
      countries: { residence: "PL" },
      languages: {},
      record: { criminal_record: "no" },
      contact: { phone: "дзвоніть увечері" },
      name: { given: "Ніno" },
      document: { document_issuer: "GE", document_number: "№" },
      health: { health_words: "а".repeat(4100) },
      words: { words: "Я тут. ".repeat(600).trim() },
    },
  };
}
