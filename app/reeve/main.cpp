// SPDX-License-Identifier: MIT
// reeve: the desktop of a council's front line.

#include "app/reeve/front_door.h"
#include "app/reeve/options.h"
#include "core/crypto/process_hardening.h"
#include "ui/shell/language.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int failed = 1;
constexpr int usageError = 2;

int say(std::FILE *where, const QString &words, int code)
{
    std::fputs(words.toUtf8().constData(), where);
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    reeve::crypto::hardenProcess();
    QApplication::setOrganizationName(u"reeve"_s);
    QApplication::setApplicationName(u"reeve"_s);
    QApplication::setApplicationVersion(QStringLiteral(REEVE_VERSION));
    QApplication::setDesktopFileName(u"reeve"_s);

    // Before the application: asking for help needs no display.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto options = reeve::app::readOptions(arguments);
    if (options.wantsHelp)
        return say(stdout, reeve::app::usage(), 0);
    if (!options.error.isEmpty())
        return say(stderr, options.error + u"\n\n"_s + reeve::app::usage(), usageError);

    QApplication application(argc, argv);
    const auto policy = reeve::services::Policy::builtIn();
    if (!policy)
        return say(stderr, u"reeve: the policy compiled in is broken: "_s + policy.error().detail + u'\n', failed);

    const reeve::SystemClock clock;
    reeve::ui::Language language;
    language.use(reeve::ui::Language::ofSystem());
    reeve::app::FrontDoor door(options, *policy, language, clock);
    door.open();
    return QApplication::exec();
}
