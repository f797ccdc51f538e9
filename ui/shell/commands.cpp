// SPDX-License-Identifier: MIT
#include "ui/shell/commands.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>

namespace reeve::ui {

namespace {

#define NAME(text) QT_TRANSLATE_NOOP("Commands", text)

// In the order of the enumeration, which is the order of the menus.
constexpr CommandText table[] = {
    {Command::Find, CommandGroup::Person, NAME("Find a person"), "F2", "search", false, false},
    {Command::NewPerson, CommandGroup::Person, NAME("New person"), "Ctrl+N", "person-plus", false, false},
    {Command::EditPerson, CommandGroup::Person, NAME("Edit person"), "Ctrl+E", "pencil", false, false},
    {Command::Reveal, CommandGroup::Person, NAME("Reveal a restricted item"), "Ctrl+Shift+S", "shield-lock", false,
     true},
    {Command::ClosePerson, CommandGroup::Person, NAME("Close person"), "Ctrl+W", "x-lg", false, true},

    {Command::StartPhoneIn, CommandGroup::Interaction, NAME("New phone call in"), "Ctrl+Shift+1", "telephone-inbound",
     false, false},
    {Command::StartPhoneOut, CommandGroup::Interaction, NAME("New phone call out"), "Ctrl+Shift+2",
     "telephone-outbound", false, false},
    {Command::StartFaceToFace, CommandGroup::Interaction, NAME("New face-to-face visit"), "Ctrl+Shift+3", "people",
     false, false},
    {Command::StartEmail, CommandGroup::Interaction, NAME("New e-mail"), "Ctrl+Shift+4", "envelope", false, false},
    {Command::StartWeb, CommandGroup::Interaction, NAME("New web form"), "Ctrl+Shift+5", "globe", false, false},
    {Command::StartLetter, CommandGroup::Interaction, NAME("New letter"), "Ctrl+Shift+6", "postcard", false, false},
    {Command::StartLifeline, CommandGroup::Interaction, NAME("New lifeline alarm"), "Ctrl+Shift+7", "heart-pulse",
     false, false},
    {Command::Reasons, CommandGroup::Interaction, NAME("Why are they calling?"), "F9", "tags", false, true},
    {Command::Note, CommandGroup::Interaction, NAME("Go to the note"), "F7", "journal-text", false, false},
    {Command::Flag, CommandGroup::Interaction, NAME("Flag something sensitive"), "Ctrl+Shift+F", "shield-exclamation",
     false, false},
    {Command::WrapUp, CommandGroup::Interaction, NAME("Wrap up"), "Shift+F9", "flag", false, true},
    {Command::Finish, CommandGroup::Interaction, NAME("Finish"), "Ctrl+Return", "check2-circle", false, false},
    {Command::SetAside, CommandGroup::Interaction, NAME("Set this interaction aside"), "Ctrl+Shift+Del", "archive",
     false, true},
    {Command::TakeBack, CommandGroup::Interaction, NAME("Take back what was set aside"), "Ctrl+Shift+Z",
     "arrow-return-left", false, false},
    {Command::Timeline, CommandGroup::Interaction, NAME("Go to the timeline"), "Ctrl+T", "clock-history", false, true},

    {Command::NeedsAttention, CommandGroup::Desk, NAME("Needs attention"), "Ctrl+Shift+A", "exclamation-triangle",
     false, false},
    {Command::SendNow, CommandGroup::Desk, NAME("Send and fetch now"), "F5", "arrow-repeat", false, true},
    {Command::SignInToSend, CommandGroup::Desk, NAME("Sign in to send"), "", "key", false, false},
    {Command::PractiseOutage, CommandGroup::Desk, NAME("Practise an outage"), "Ctrl+Shift+O", "plug", true, false},
    {Command::Lock, CommandGroup::Desk, NAME("Hide the screen and lock"), "Ctrl+L", "lock", false, true},
    {Command::SignOut, CommandGroup::Desk, NAME("Sign out"), "", "box-arrow-right", false, false},
    {Command::Quit, CommandGroup::Desk, NAME("Quit"), "Ctrl+Q", "", false, true},

    {Command::English, CommandGroup::View, NAME("English"), "", "", true, false},
    {Command::Welsh, CommandGroup::View, NAME("Welsh"), "", "", true, false},
    {Command::ThemeSystem, CommandGroup::View, NAME("Light or dark as the system"), "", "circle-half", true, true},
    {Command::ThemeLight, CommandGroup::View, NAME("Light"), "", "sun", true, false},
    {Command::ThemeDark, CommandGroup::View, NAME("Dark"), "", "moon", true, false},
    {Command::Comfortable, CommandGroup::View, NAME("Comfortable rows"), "", "", true, true},
    {Command::Compact, CommandGroup::View, NAME("Compact rows"), "", "", true, false},
    {Command::TextLarger, CommandGroup::View, NAME("Larger text"), "Ctrl++", "zoom-in", false, true},
    {Command::TextSmaller, CommandGroup::View, NAME("Smaller text"), "Ctrl+-", "", false, false},
    {Command::TextNormal, CommandGroup::View, NAME("Normal text size"), "Ctrl+0", "", false, false},

    {Command::NextRegion, CommandGroup::Help, NAME("Next part of the window"), "F6", "layout-three-columns", false,
     false},
    {Command::PreviousRegion, CommandGroup::Help, NAME("Previous part of the window"), "Shift+F6", "", false, false},
    {Command::Palette, CommandGroup::Help, NAME("All commands"), "Ctrl+K", "command", false, true},
    {Command::Keys, CommandGroup::Help, NAME("All keys"), "Ctrl+/", "keyboard", false, false},
};

#undef NAME

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
