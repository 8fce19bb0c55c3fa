# Other ways to help: shown to whoever cannot serve, or would rather not.
help-other-aid = Aid: groups near you collect medicine, food and warm clothes. They need people who pack and drive.
help-other-it = Computers: aid groups need people who build pages, keep networks safe and translate.
help-other-lodging = A place to stay: if you have a spare room, a group for refugees near you can tell who needs it.
help-other-medics = Medicine: hospitals and aid groups look for doctors, nurses and paramedics. Ask a medical aid group.
help-other-money = Money: a small gift helps too. Give only to groups you can check, and never to somebody who presses you.
