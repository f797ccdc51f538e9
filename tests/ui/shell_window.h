// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/services/desk_folder.h"
#include "tests/ui/desk_services.h"
#include "tests/ui/unreachable_centre.h"
#include "ui/shell/actions.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <functional>
#include <memory>

namespace reeve::test {

// The whole window on a real store; the centre is out of reach, which is nobody's business on the call path.
class Window final
{
public:
    Window()
    {
        QStandardPaths::setTestModeEnabled(true);
        desk.sync.start();
        window.resize(1440, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        settle(50);
    }

    static void settle(int milliseconds)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < milliseconds)
            QApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    static void waitUntil(const std::function<bool()> &is)
    {
        QElapsedTimer timer;
        timer.start();
        while (!is() && timer.elapsed() < 5000)
            settle(10);
        REQUIRE(is());
    }

    void run(ui::Command command)
    {
        window.actions()[command]->trigger();
        settle(50);
    }

    DeskFolder folder;
    ui::Language language;
    DeskServices desk{folder.desk(), std::make_unique<UnreachableCentre>()};
    ui::MainWindow window{desk.all(), language, [](const crypto::Secret &typed) {
                              const bool isRight = typed.view() == QByteArrayView("the right one");
                              return QtConcurrent::run([isRight]() -> Result<> {
                                  if (isRight)
                                      return {};
                                  return fail(ErrorCode::WrongPassphrase);
                              });
                          }};
};

inline void type(const QString &text)
{
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, c.toUpper().unicode(), Qt::NoModifier, QString(c));
        QApplication::sendEvent(QApplication::focusWidget(), &press);
    }
}

} // namespace reeve::test
