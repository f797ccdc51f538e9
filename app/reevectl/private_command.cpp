// SPDX-License-Identifier: MIT
#include "app/reevectl/private_command.h"

#include "app/private_postgres/private_postgres.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

int runPrivateCentre(const Arguments &arguments, Terminal &terminal)
{
    const QString folder = arguments.value(u"--folder"_s);
    const QString wanted = arguments.positional().first();
    if (folder.isEmpty() || (wanted != u"start" && wanted != u"stop" && wanted != u"status"))
        return terminal.wrongUsage(u"central private (start|stop|status) --folder DIR"_s);

    app::PrivatePostgres server(folder);
    if (wanted != u"status") {
        const auto done = wanted == u"start" ? server.start() : server.stop();
        if (!done)
            return terminal.failed(done.error());
    }
    const bool isRunning = server.isRunning();
    QJsonObject answer{{u"running"_s, isRunning}};
    if (server.isMade()) {
        answer.insert(u"uri"_s, server.uri());
        answer.insert(u"password_file"_s, server.passwordFile());
    }
    terminal.print(answer);
    return wanted == u"status" && !isRunning ? Failed : Done;
}

} // namespace reeve::ctl
