// SPDX-License-Identifier: MIT
#include "ui/shell/commands.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>

namespace reeve::ui {

namespace {

// In the order of the enumeration, which is the order of the menus.
constexpr CommandText table[] = {
    {Command::Find, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Find a person"), "F2", "search", false, false},
    {Command::FindNotes, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Search notes"), "Shift+F2",
     "journal-text", false, false},
    {Command::NewPerson, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "New person"), "Ctrl+N", "person-plus",
     false, false},
    {Command::EditPerson, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Edit person"), "Ctrl+E", "pencil", false,
     false},
    {Command::StillRight, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Still right"), "F4", "check2-circle",
     false, true},
    {Command::AllStillRight, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "All contact details still right"),
     "Shift+F4", "", false, false},
    {Command::ReachesNobody, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "This reaches nobody"), "Ctrl+Shift+X",
     "x-circle", false, false},
    {Command::RecordDeath, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Record a death"), "Ctrl+Shift+D", "",
     false, false},
    {Command::Reveal, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Reveal a restricted item"), "Ctrl+Shift+S",
     "shield-lock", false, true},
    {Command::FindDuplicates, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Find duplicates"), "Ctrl+D",
     "people", false, true},
    {Command::MergeWith, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Merge with another record"), "Ctrl+M",
     "link-45deg", false, false},
    {Command::Separate, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Separate merged records"), "Ctrl+Shift+M",
     "person-x", false, false},
    {Command::ChooseValues, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Choose between merged values"), "", "",
     false, false},
    {Command::ClosePerson, CommandGroup::Person, QT_TRANSLATE_NOOP("Commands", "Close person"), "Ctrl+W", "x-lg", false,
     true},

    {Command::StartPhoneIn, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "New phone call in"),
     "Ctrl+Shift+1", "telephone-inbound", false, false},
    {Command::StartPhoneOut, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "New phone call out"),
     "Ctrl+Shift+2", "telephone-outbound", false, false},
    {Command::StartFaceToFace, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "New face-to-face visit"),
     "Ctrl+Shift+3", "people", false, false},
    {Command::StartEmail, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "New e-mail"), "Ctrl+Shift+4",
     "envelope", false, false},
    {Command::StartWeb, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "New web form"), "Ctrl+Shift+5",
     "globe", false, false},
    {Command::StartLetter, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "New letter"), "Ctrl+Shift+6",
     "postcard", false, false},
    {Command::StartLifeline, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "New lifeline alarm"),
     "Ctrl+Shift+7", "heart-pulse", false, false},
    {Command::AboutThisPerson, CommandGroup::Interaction,
     QT_TRANSLATE_NOOP("Commands", "Make it about the person on screen"), "Ctrl+Shift+P", "", false, true},
    {Command::Caller, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "Who is in touch?"), "F8", "person",
     false, false},
    {Command::Reasons, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "Why are they in touch?"), "F9", "tags",
     false, false},
    {Command::Note, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "Go to the note"), "F7", "journal-text",
     false, false},
    {Command::Flag, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "Flag something sensitive"),
     "Ctrl+Shift+F", "shield-exclamation", false, false},
    {Command::WrapUp, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "Wrap up"), "Shift+F9", "flag", false,
     true},
    {Command::Finish, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "Finish"), "Ctrl+Return",
     "check2-circle", false, false},
    {Command::SetAside, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "Set this interaction aside"),
     "Ctrl+Shift+Del", "archive", false, true},
    {Command::TakeBack, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "Take back what was set aside"),
     "Ctrl+Shift+Z", "arrow-return-left", false, false},
    {Command::Timeline, CommandGroup::Interaction, QT_TRANSLATE_NOOP("Commands", "Go to the timeline"), "Ctrl+T",
     "clock-history", false, true},

    {Command::NeedsAttention, CommandGroup::Desk, QT_TRANSLATE_NOOP("Commands", "Needs attention"), "Ctrl+Shift+A",
     "exclamation-triangle", false, false},
    {Command::SendNow, CommandGroup::Desk, QT_TRANSLATE_NOOP("Commands", "Send and fetch now"), "F5", "arrow-repeat",
     false, true},
    {Command::SignInToSend, CommandGroup::Desk, QT_TRANSLATE_NOOP("Commands", "Sign in to send"), "", "key", false,
     false},
    {Command::PractiseOutage, CommandGroup::Desk, QT_TRANSLATE_NOOP("Commands", "Practise an outage"), "Ctrl+Shift+O",
     "plug", true, false},
    {Command::Lock, CommandGroup::Desk, QT_TRANSLATE_NOOP("Commands", "Hide the screen and lock"), "Ctrl+L", "lock",
     false, true},
    {Command::SignOut, CommandGroup::Desk, QT_TRANSLATE_NOOP("Commands", "Sign out"), "", "box-arrow-right", false,
     false},
    {Command::Quit, CommandGroup::Desk, QT_TRANSLATE_NOOP("Commands", "Quit"), "Ctrl+Q", "", false, true},

    {Command::English, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "English"), "", "", true, false},
    {Command::Welsh, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "Welsh"), "", "", true, false},
    {Command::ThemeSystem, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "Light or dark as the system"), "",
     "circle-half", true, true},
    {Command::ThemeLight, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "Light"), "", "sun", true, false},
    {Command::ThemeDark, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "Dark"), "", "moon", true, false},
    {Command::Comfortable, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "Comfortable rows"), "", "", true, true},
    {Command::Compact, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "Compact rows"), "", "", true, false},
    {Command::TextLarger, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "Larger text"), "Ctrl++", "zoom-in", false,
     true},
    {Command::TextSmaller, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "Smaller text"), "Ctrl+-", "", false,
     false},
    {Command::TextNormal, CommandGroup::View, QT_TRANSLATE_NOOP("Commands", "Normal text size"), "Ctrl+0", "", false,
     false},

    {Command::NextRegion, CommandGroup::Help, QT_TRANSLATE_NOOP("Commands", "Next part of the window"), "F6",
     "layout-three-columns", false, false},
    {Command::PreviousRegion, CommandGroup::Help, QT_TRANSLATE_NOOP("Commands", "Previous part of the window"),
     "Shift+F6", "", false, false},
    {Command::Palette, CommandGroup::Help, QT_TRANSLATE_NOOP("Commands", "All commands"), "Ctrl+K", "command", false,
     true},
    {Command::Keys, CommandGroup::Help, QT_TRANSLATE_NOOP("Commands", "All keys"), "Ctrl+/", "keyboard", false, false},
};

// Gives the functions here a tr() of the same context.
class Commands
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

} // namespace

const std::vector<CommandText> &allCommands()
{
    static const std::vector<CommandText> commands(std::begin(table), std::end(table));
    return commands;
}

const CommandText &textOf(Command command)
{
    return table[static_cast<std::size_t>(command)];
}

QString nameOf(Command command)
{
    return QCoreApplication::translate("Commands", textOf(command).name);
}

QString nameOf(CommandGroup group)
{
    switch (group) {
    case CommandGroup::Person:
        return Commands::tr("Person");
    case CommandGroup::Interaction:
        return Commands::tr("Interaction");
    case CommandGroup::Desk:
        return Commands::tr("Desk");
    case CommandGroup::View:
        return Commands::tr("View");
    case CommandGroup::Help:
        return Commands::tr("Help");
    }
    return {};
}

QString keyWords(Command command)
{
    const auto key = QKeySequence::fromString(QString::fromLatin1(textOf(command).key), QKeySequence::PortableText);
    QString words = key.toString(QKeySequence::NativeText);
    return words.replace(QStringLiteral("Return"), QStringLiteral("Enter"));
}

} // namespace reeve::ui
