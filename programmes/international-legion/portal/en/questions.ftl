# What an application asks, in the order of `questions.toml`. Short words; nobody is blamed for an answer.

# --- the tasks
task-identity = Who you are
task-contact = How we can reach you
task-service = What you have done
task-skills-and-languages = What you can do
task-health-and-record = Health and record
task-family = Your family
task-anything-else = Anything else

# --- identity
question-born = When were you born?
question-born-hint = For example 27 3 1990. You can also write the month as a word.
question-born-why = Nobody under 18 may serve, and the rules have an upper age too. That is why we ask this first.
field-born = Date of birth
field-born-missing = Write the day, month and year of your birth.

question-countries = Of which countries are you a citizen, and where do you live?
question-countries-hint = Name every country whose citizen you are, even if you have not used its passport for long.
question-countries-why = The law about serving abroad differs from country to country. We show you the law of each of your countries. Where you come from earns you no points and costs you none.
field-nationalities = Country whose citizen you are
field-nationalities-hint = If you have several passports, name each country.
field-nationalities-missing = Choose the country whose citizen you are.
field-residence = Country you live in
field-residence-missing = Choose the country you live in.

question-name = What is your name in your passport?
question-name-hint = In Latin letters, as in the two lines at the bottom of the passport. If you have one name only, write it as the family name.
field-given = Given names
field-family = Family name
field-family-missing = Write your family name. If you have one name only, write it here.
field-names-as-typed = This is how my name is written

question-name-original = Is your name written in other letters too?
question-name-original-hint = For example in Ukrainian, Georgian or Arabic letters. If not, leave this empty.
question-name-original-why = One name can be put into Latin letters in many ways. With the first spelling we mix you up with others less often.
field-given-original = Given names in your own letters
field-family-original = Family name in your own letters

question-sex = Which sex does your passport state?
question-sex-why = It only helps to tell you from people with a name like yours. It does not change the answer.
field-sex = Sex in the passport
choice-sex-female = Female (F)
choice-sex-male = Male (M)
choice-sex-unspecified = Not stated (X)

question-document = Which document would you travel with?
question-document-hint = Usually it is your passport. If you do not have it with you, leave this empty and add it later.
question-document-why = With the number we see that you are you. It also keeps us from counting you twice.
field-document-issuer = Country that issued it
field-document-number = Number of the document
field-document-number-hint = As it is printed, with its letters.
field-document-expires = Valid until

# --- contact
question-contact = How can we reach you?
question-contact-hint = An e-mail address or a telephone number is enough. We send you a code, to see that it arrives.
field-email = E-mail address
field-email-hint = For example name@example.org
field-phone = Telephone number
field-phone-hint = With the code of the country, for example +1 202 555 0100

# --- service
question-help-how = How do you want to help?
question-help-how-hint = Both are needed.
field-help-how = How you want to help
field-help-how-missing = Choose how you want to help.
choice-help-how-combat = Serve in the legion, in combat too
choice-help-how-other = Help in another way, not in combat

question-service = Have you served?
question-service-hint = If more than one is true, choose the last one that fits.
question-service-why = The legion has little time to train people. Those who have served run less risk.
field-experience = Service
field-experience-missing = Choose what fits best.
choice-experience-none = No
choice-experience-police-medic = Yes, in the police, a fire brigade or an ambulance
choice-experience-military = Yes, in an army, but not in combat
choice-experience-combat = Yes, in an army, and in combat

question-trade = What did you do in the army?
question-trade-hint = Choose what you did longest or know best.
field-trade = What you did
field-trade-missing = Choose what you did. If nothing fits, choose “Something else”.
choice-trade-infantry = Infantry
choice-trade-support = Supply, transport or kitchen
choice-trade-medic = Medic
choice-trade-armour = Tank or armoured vehicle
choice-trade-signals = Radio and communication
choice-trade-engineer = Combat engineer
choice-trade-eod = Clearing mines and explosives
choice-trade-drone = Drones
choice-trade-helicopter-pilot = Helicopter pilot
choice-trade-fixed-wing-pilot = Aeroplane pilot
choice-trade-sniper = Sniper
choice-trade-mechanic = Vehicle mechanic
choice-trade-other = Something else
field-service-years = How many years did you serve?
field-service-years-hint = A whole number. Less than a year is 0.
field-service-years-missing = Write how many years you served, for example 4.

question-service-record = Where did you serve?
question-service-record-hint = Begin with the last place. You can add up to five.
question-service-record-why = Somebody who knows that service will talk with you about it. Do not tell us anything secret.
field-service-country = Country
field-service-country-missing = Choose the country you served.
field-service-force = Army, branch or service
field-service-force-hint = For example: Army, 3rd Infantry Division
field-service-force-missing = Write where you served, for example Army or Fire brigade.
field-service-role = What you did there
field-service-role-hint = For example: squad leader, nurse, driver
field-service-from = First year
field-service-to = Last year
field-service-to-hint = If you still serve there, leave this empty.
field-service-combat = Were you in combat there?

# --- skills and languages
question-skills = Which of these have you learnt?
question-skills-hint = Choose everything that fits. If nothing does, just go on.
question-skills-why = Whoever has a skill that is needed now may apply without having served.
field-skills = Skills
choice-skills-medic = Medic, nurse, doctor or surgeon
choice-skills-eod = Clearing mines and explosives
choice-skills-engineer = Combat engineer
choice-skills-drone = Flying or building drones
choice-skills-signals = Radio and communication
choice-skills-mechanic = Repairing vehicles
choice-skills-helicopter-pilot = Helicopter pilot
choice-skills-fixed-wing-pilot = Aeroplane pilot

question-languages = In which languages can you follow an order?
question-languages-hint = Choose each language in which you would understand a short order at once.
field-languages = Languages
field-languages-missing = Choose at least one language. If yours is not in the list, choose the one you know next best.

# --- health and record
question-record = Three short questions
question-record-why = These rules are the same for everybody. An honest answer now saves you a journey that would end at the border.
field-serving = Do you serve in an army now?
field-serving-hint = The army of any country but Ukraine.
field-serving-missing = Choose whether you serve in an army now.
choice-serving-no = No
choice-serving-reservist = I am in the reserve
choice-serving-serving = Yes, I serve now
field-criminal-record = Has a court ever found you guilty of a crime?
field-criminal-record-hint = A parking or speeding fine does not count.
field-criminal-record-missing = Answer yes or no. If you are not sure, choose “I do not know”.
field-medical-bar = Do you have an illness or injury that would stop you from serving?
field-medical-bar-hint = If you are not sure, say so. Then a person looks at it.
field-medical-bar-missing = Answer yes or no. If you are not sure, choose “I do not know”.

question-health = What should we know about your health?
question-health-hint = Only if you want to. A few words are enough.
question-health-why = Only people who decide about this read it. It is kept apart from the rest, under a key of its own.
field-health-words = About your health

# --- family
question-kin-choice = Is there somebody we should tell if something happens to you?
question-kin-choice-hint = Both answers are all right. You can change this later.
question-kin-choice-why = If the worst happens, your family should hear it from us, and hear it first.
field-kin-choice = Somebody to tell
field-kin-choice-missing = Choose one of the two. Both are all right.
choice-kin-choice-name = Yes, I will name somebody
choice-kin-choice-decline = No, please tell nobody

question-kin = Whom should we tell?
question-kin-hint = You can name two people. Please tell them that you have named them.
question-kin-why = Only people who look after families see this. We call for nothing else.
field-kin-name = Name
field-kin-name-missing = Write this person’s name.
field-kin-relation = Who this person is to you
field-kin-relation-hint = For example: mother, brother, wife, friend
field-kin-relation-missing = Write who this person is to you.
field-kin-phone = Telephone number
field-kin-phone-hint = With the code of the country, for example +1 202 555 0100
field-kin-phone-missing = Write a number where we can reach this person.
field-kin-languages = Languages this person speaks

question-ties = Do you have ties to Ukraine?
question-ties-hint = For example, you have family, friends or work there, or you have lived there.
question-ties-why = We only count this. It does not change the answer, and you need not say.
field-ties = Ties to Ukraine

# --- anything else
question-available = When could you come, if we said yes?
question-available-hint = This is no promise. Do not resign and do not travel before we tell you to.
field-available = When you could come
choice-available-two-weeks = Within two weeks
choice-available-one-month = Within a month
choice-available-three-months = Within three months
choice-available-later = Later

question-words = Is there anything else you want to tell us?
question-words-hint = Why you want to help, a question, or something we did not ask. You can leave this empty.
field-words = Anything else
