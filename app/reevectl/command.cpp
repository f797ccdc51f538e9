// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

std::vector<Command> allCommands()
{
    std::vector<Command> commands;
    for (const auto &group :
         {centralCommands(),    centralDeskCommands(), quarantineCommands(), deviceCommands(), deviceKeyCommands(),
          auditCommands(),      importCommands(),      gazetteerCommands(),  logCommands(),    flagCommands(),
          syncCommands(),       searchCommands(),      matchCommands(),      showCommands(),   mergeCommands(),
          duplicatesCommands(), tellOnceCommands(),    relateCommands(),     sampleCommands(), demoCommands(),
          storeCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

QString overview(const std::vector<Command> &commands)
{
    QString text = u"reevectl: Reeve without a screen, for administrators, scripts and tests.\n\n"_s;
    for (const Command &command : commands)
        text += u"  reevectl "_s + command.words + u' ' + command.synopsis + u"\n      "_s + command.does + u'\n';
    text +=
        u"\nJSON Lines on standard output, messages on standard error. Exit code 0, 1 failed, 2 wrong usage.\n"
        u"Secrets come from REEVE_PASSPHRASE (the store), REEVE_CENTRAL_PASSWORD (who signs in at the centre),\n"
        u"REEVE_AGENT_PASSWORD (an agent's own password at the centre), REEVE_NEW_PASSPHRASE (one to be set), or from\n"
        u"files named by --passphrase-file, --central-password-file, --agent-password-file, --new-passphrase-file. 'reevectl COMMAND --help' says more."_s;
    return text;
}

QString helpFor(const Command &command)
{
    QString text = u"reevectl "_s + command.words + u' ' + command.synopsis + u"\n\n"_s + command.does + u'.';
    if (!command.details.isEmpty())
        text += u"\n\n"_s + command.details;
    return text;
}

} // namespace reeve::ctl
