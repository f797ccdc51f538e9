// SPDX-License-Identifier: MIT
#include "app/reeve/options.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace reeve::app {

Options readOptions(const QStringList &arguments)
{
    Options options;
    // Local, never roaming: a redirected profile would put the store on a network share.
    options.store = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/store"_s;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const bool hasValue = i + 1 < arguments.size();
        if (argument == u"--help"_s || argument == u"-h"_s)
            options.wantsHelp = true;
        else if (argument == u"--unattended-demo"_s)
            options.isUnattended = true;
        else if (argument == u"--store"_s && hasValue)
            options.store = arguments.at(++i);
        else
            options.error = u"unknown or incomplete argument: "_s + argument;
    }
    options.store = QDir::cleanPath(options.store);
    return options;
}

QString usage()
{
    return u"Usage: reeve [--store DIR]\n"
           u"\n"
           u"  --store DIR          the folder of this desk's store (made by: reevectl device enrol)\n"
           u"  --unattended-demo    signs in with REEVE_PASSPHRASE from the environment, without asking\n"_s;
}

} // namespace reeve::app
