// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/interrupt.h"
#include "app/reevectl/secrets.h"
#include "core/crypto/process_hardening.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// The command whose words the line begins with; the longest one wins.
const Command *findCommand(const std::vector<Command> &commands, const QStringList &line)
{
    const Command *found = nullptr;
    for (const Command &command : commands) {
        const QStringList words = command.words.split(u' ');
        if (line.mid(0, words.size()) == words && (!found || words.size() > found->words.split(u' ').size()))
            found = &command;
    }
    return found;
}

void show(const QString &text)
{
    std::fputs(qPrintable(text + u'\n'), stdout);
}

int run(const QStringList &line)
{
    Terminal terminal;
    const std::vector<Command> commands = allCommands();
    if (line.isEmpty() || line.first() == u"--help" || line.first() == u"help") {
        show(overview(commands));
        return line.isEmpty() ? Usage : Done;
    }
    if (line.first() == u"--version") {
        show(u"reevectl " REEVE_VERSION ""_s);
        return Done;
    }

    const Command *command = findCommand(commands, line);
    if (!command)
        return terminal.wrongUsage(u"There is no such command. 'reevectl --help' lists them."_s);
    const QStringList rest = line.mid(command->words.count(u' ') + 1);
    if (rest.contains(u"--help"_s)) {
        show(helpFor(*command));
        return Done;
    }
    const auto arguments = Arguments::read(rest, command->grammar, command->synopsis);
    if (!arguments)
        return terminal.wrongUsage(arguments.error().detail + u".\nreevectl "_s + command->words + u' ' +
                                   command->synopsis);
    // Some commands take a store or a centre; a dry run looks into none.
    const bool isStoreNamed = arguments->has(u"--store"_s) && !arguments->has(u"--dry-run"_s) &&
                              command->grammar.options.contains(passphraseFile);
    if (command->grammar.opensStore || isStoreNamed) {
        if (const auto passphrase = requireSecret(SecretOf::Store, *arguments); !passphrase)
            return terminal.wrongUsage(passphrase.error().detail + u'.');
    }
    terminal.setAtDesk(arguments->has(u"--store"_s));
    const int code = command->run(*arguments, terminal);
    return terminal.flush() || code != Done ? code : Failed;
}

} // namespace

} // namespace reeve::ctl

int main(int argc, char *argv[])
{
    reeve::ctl::takeSecretsFromEnvironment();
    reeve::crypto::hardenProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"reevectl"_s);
    reeve::ctl::watchSignals();
    return reeve::ctl::run(QCoreApplication::arguments().mid(1));
}
