# What the programme is, and what it asks consent for.
programme-name = International Legion
programme-about = Ukraine takes volunteers from other countries into its armed forces, under a contract. Here you can see whether you could apply, and send an application; it costs nothing and binds you to nothing.

purpose-eligibility = May we hold your answers against the rules?
purpose-eligibility-without = We cannot tell whether the rules let you serve, so we cannot take an application.
purpose-screening = May we compare your name with lists of people who may not serve?
purpose-screening-without = We cannot finish the checks that everybody goes through, so we cannot invite you to a talk.
purpose-interview = May we invite you to a talk and note down what you say?
purpose-interview-without = We cannot get to know you, and nobody is accepted without a talk.
purpose-contact = May we write to you and call you about your application?
purpose-contact-without = We cannot give you an answer or ask you anything.
