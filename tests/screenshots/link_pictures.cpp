// SPDX-License-Identifier: MIT
// Somebody related, who has a record of their own.
#include "tests/screenshots/photographer.h"
#include "tests/screenshots/pictures.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workplace.h"

#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

void pictureLink(Photographer &at)
{
    const auto found = services::PersonService(at.desk()).search(u"henry marlowe"_s, 1).takeResult();
    if (!found || found->empty()) {
        at.fail();
        return;
    }
    at.window().workplace().openPerson(found->front().id);
    at.wait(1500ms);
    at.run(ui::Command::EditPerson);
    at.wait(500ms);
    for (auto *button : at.window().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Add somebody related")
            button->click();
    }
    const domain::Person somebody = at.council().person(at.somebodyWithAStory());
    at.type(somebody.name.family.chopped(1));
    at.wait(800ms);
    at.take(u"link"_s);
    at.press(Qt::Key_Return);
    at.wait(500ms);
    at.take(u"linked"_s);
    at.press(Qt::Key_Escape);
}

} // namespace reeve::test
