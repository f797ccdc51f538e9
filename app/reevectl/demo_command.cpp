// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/demo_story.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

int demo(const Arguments &arguments, Terminal &terminal)
{
    const auto people = arguments.integer(u"--people"_s, 5000, 1, 1'000'000);
    if (!people)
        return terminal.wrongUsage(people.error().detail + u'.');
    DemoStory story(*people, terminal);
    if (const auto told = story.tell(); !told)
        return terminal.failed(u"The demo stops here"_s, told.error());
    return Done;
}

} // namespace

std::vector<Command> demoCommands()
{
    return {{u"demo"_s,
             u"[--headless] [--people N]"_s,
             u"Shows the main job from nothing, and checks that it holds"_s,
             u"Starts a PostgreSQL of its own as the centre, makes up a council, enrols a desk, logs a call, stops\n"
             u"PostgreSQL, logs another call with a note and a health flag, restarts the desk, starts PostgreSQL "
             u"again, and\n"
             u"checks that everything arrived once and that nothing readable lies on the desk's disk. A line per step, "
             u"with\n"
             u"counts and times. Leaves nothing behind."_s,
             {.flags = {u"--headless"_s}, .options = {u"--people"_s}},
             demo}};
}

} // namespace reeve::ctl
