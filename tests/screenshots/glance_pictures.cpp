// SPDX-License-Identifier: MIT
// What is seen on the way and has no picture of its own: to be looked at before a release, and not kept.
#include "tests/screenshots/photographer.h"
#include "tests/screenshots/pictures.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

namespace {

void glanceAtCall(Photographer &at)
{
    at.run(ui::Command::Flag);
    at.press(Qt::Key_1);
    at.type(u"Walks with a frame."_s);
    at.take(u"glance-flagged"_s);
    at.run(ui::Command::Caller);
    at.press(Qt::Key_Right);
    at.type(u"Piotr"_s);
    at.take(u"glance-caller"_s);
    at.run(ui::Command::Caller);
    at.press(Qt::Key_Left);
    at.run(ui::Command::Reasons);
    at.wait(400ms);
    at.take(u"glance-reasons"_s);
    at.press(Qt::Key_Escape);
}

void glanceAtPast(Photographer &at)
{
    at.run(ui::Command::Timeline);
    at.press(Qt::Key_Return);
    at.wait(600ms);
    at.take(u"glance-opened"_s);
    at.pressButton(u"Add a note"_s);
    at.type(u"Rang back."_s);
    at.take(u"glance-added"_s);
    at.press(Qt::Key_Escape);
    at.run(ui::Command::FindNotes);
    at.type(u"bin"_s);
    at.wait(600ms);
    at.take(u"glance-notes"_s);
    at.run(ui::Command::Find);
    at.type(u"zzz"_s);
    at.wait(600ms);
    at.take(u"glance-nobody"_s);
    at.press(Qt::Key_Escape);
}

} // namespace

void pictureGlances(Photographer &at)
{
    glanceAtCall(at);
    glanceAtPast(at);
    at.run(ui::Command::Reveal);
    at.wait(400ms);
    at.take(u"glance-reveal"_s);
    at.press(Qt::Key_Escape);
    at.run(ui::Command::EditPerson);
    at.wait(400ms);
    at.take(u"glance-edit"_s);
    at.press(Qt::Key_Escape);
    at.run(ui::Command::SignInToSend);
    at.take(u"glance-sign-in-to-send"_s);
    at.press(Qt::Key_Escape);
    at.run(ui::Command::Lock);
    at.type(u"not this one"_s);
    at.press(Qt::Key_Return);
    at.wait(600ms);
    at.take(u"glance-locked"_s);
    at.unlock();
    at.run(ui::Command::Note);
}

} // namespace reeve::test
