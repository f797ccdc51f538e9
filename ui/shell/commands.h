// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace reeve::ui {

// Everything the window can be told to do. Each has a name in both languages, a key where one is worth learning, and
// a place in a menu, in the command palette and on the key sheet.
enum class Command {
    Find,
    FindNotes,
    NewPerson,
    EditPerson,
    StillRight,
    AllStillRight,
    ReachesNobody,
    RecordDeath,
    Reveal,
    FindDuplicates,
    MergeWith,
    Separate,
    ChooseValues,
    ClosePerson,
    StartPhoneIn,
    StartPhoneOut,
    StartFaceToFace,
    StartEmail,
    StartWeb,
    StartLetter,
    StartLifeline,
    AboutThisPerson,
    Caller,
    Reasons,
    Note,
    Flag,
    WrapUp,
    Finish,
    SetAside,
    TakeBack,
    Timeline,
    NeedsAttention,
    SendNow,
    SignInToSend,
    PractiseOutage,
    Lock,
    SignOut,
    Quit,
    English,
    Welsh,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Comfortable,
    Compact,
    TextLarger,
    TextSmaller,
    TextNormal,
    NextRegion,
    PreviousRegion,
    Palette,
    Keys,
};

enum class CommandGroup { Person, Interaction, Desk, View, Help };

struct CommandText
{
    Command command;
    CommandGroup group;
    const char *name;   // English; translated in the context "Commands"
    const char *key;    // portable text, or empty
    const char *icon;   // as for icon(), or empty
    bool isChoice;      // checkable
    bool startsSection; // a separator stands before it in its menu
};

[[nodiscard]] const std::vector<CommandText> &allCommands();
[[nodiscard]] const CommandText &textOf(Command command);

[[nodiscard]] QString nameOf(Command command); // in the language of the window
[[nodiscard]] QString nameOf(CommandGroup group);
[[nodiscard]] QString keyWords(Command command); // "Ctrl+Shift+1", as this system writes it; may be empty

} // namespace reeve::ui
