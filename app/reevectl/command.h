// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/arguments.h"
#include "app/reevectl/terminal.h"

#include <vector>

namespace reeve::ctl {

// One thing reevectl does.
struct Command
{
    QString words;    // "central agent add"
    QString synopsis; // what follows them: "NAME --role ROLE… --central URI"
    QString does;     // one line
    QString details;  // for --help of this command; may be empty
    Grammar grammar;
    int (*run)(const Arguments &arguments, Terminal &terminal);
};

// Each group lives in a file of its own: <group>_command.cpp.
[[nodiscard]] std::vector<Command> centralCommands();
[[nodiscard]] std::vector<Command> centralDeskCommands();
[[nodiscard]] std::vector<Command> quarantineCommands();
[[nodiscard]] std::vector<Command> deviceCommands();
[[nodiscard]] std::vector<Command> deviceKeyCommands();
[[nodiscard]] std::vector<Command> auditCommands();
[[nodiscard]] std::vector<Command> importCommands();
[[nodiscard]] std::vector<Command> gazetteerCommands();
[[nodiscard]] std::vector<Command> logCommands();
[[nodiscard]] std::vector<Command> flagCommands();
[[nodiscard]] std::vector<Command> syncCommands();
[[nodiscard]] std::vector<Command> searchCommands();
[[nodiscard]] std::vector<Command> matchCommands();
[[nodiscard]] std::vector<Command> showCommands();
[[nodiscard]] std::vector<Command> mergeCommands();
[[nodiscard]] std::vector<Command> duplicatesCommands();
[[nodiscard]] std::vector<Command> tellOnceCommands();
[[nodiscard]] std::vector<Command> relateCommands();
[[nodiscard]] std::vector<Command> sampleCommands();
[[nodiscard]] std::vector<Command> demoCommands();
[[nodiscard]] std::vector<Command> storeCommands();

[[nodiscard]] std::vector<Command> allCommands();
[[nodiscard]] QString overview(const std::vector<Command> &commands);
[[nodiscard]] QString helpFor(const Command &command);

} // namespace reeve::ctl
