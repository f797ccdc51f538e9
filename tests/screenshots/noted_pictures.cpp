// SPDX-License-Identifier: MIT
// What is finished: one's last interactions, one that names nobody, and something flagged afterwards.
#include "core/services/interaction/interaction_service.h"
#include "tests/screenshots/photographer.h"
#include "tests/screenshots/pictures.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/shell/main_window.h"

#include <QListView>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

void pictureNoted(Photographer &at)
{
    domain::Interaction call;
    call.startedAt = at.now() - 20min;
    call.endedAt = at.now() - 17min;
    call.reasons = {u"lgsl:524"_s};
    call.disposition = u"passed_on"_s;
    call.notes = {{{},
                   u"Would not say who they are. A street lamp in Orchard Way has been out since Friday; an elderly "
                   "neighbour fell there last night."_s,
                   *call.endedAt}};
    const auto logged = services::InteractionService(at.desk()).log({call}).takeResult();
    if (!logged || !logged->front()) {
        at.fail();
        return;
    }
    at.run(ui::Command::ClosePerson);
    at.wait(1s);
    at.run(ui::Command::Timeline);
    auto *timeline = at.window().findChild<ui::TimelinePanel *>();
    auto *list = timeline->findChild<QListView *>(u"timelineList"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    at.press(Qt::Key_Return);
    at.wait(500ms);
    at.take(u"last-interactions"_s);
    timeline->showAlone(logged->front()->id);
    at.wait(500ms);
    at.run(ui::Command::Timeline);
    at.run(ui::Command::Flag);
    at.take(u"flag-afterwards"_s);
    at.type(u"1"_s);
    at.type(u"The neighbour has Parkinson's, and cannot see the kerb in the dark."_s);
    at.take(u"flagged-afterwards"_s);
}

} // namespace reeve::test
