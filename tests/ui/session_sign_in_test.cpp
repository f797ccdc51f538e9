// SPDX-License-Identifier: MIT
#include "ui/session/sign_in_view_model.h"
#include "ui/session/sign_in_window.h"
#include "ui/shell/language.h"

#include "tests/security/memory_scan.h"
#include "tests/support/result_printing.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QtConcurrentRun>

using namespace reeve;
using namespace Qt::Literals::StringLiterals;
using State = ui::SignInViewModel::State;

namespace {

ui::OpenDesk answers(ErrorCode code, const QString &detail = {})
{
    return [code, detail](const QString &, const crypto::Secret &) {
        return QtConcurrent::run(
            [code, detail]() -> Result<std::shared_ptr<services::Desk>> { return reeve::fail(code, detail); });
    };
}

void waitUntil(const std::function<bool()> &is)
{
    QElapsedTimer timer;
    timer.start();
    while (!is() && timer.elapsed() < 5000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    REQUIRE(is());
}

} // namespace

TEST_CASE("a wrong passphrase is said under the field, and the field is empty and ready again", "[session]")
{
    ui::Language language;
    ui::SignInViewModel viewModel({u"asha"_s}, answers(ErrorCode::WrongPassphrase));
    ui::SignInWindow window(viewModel, language);
    window.show();
    auto *field = window.findChild<QLineEdit *>();
    REQUIRE(field);
    field->setText(u"not this one"_s);
    emit field->returnPressed();
    CHECK(viewModel.state() == State::Checking);
    CHECK(field->text().isEmpty());
    waitUntil([&] { return viewModel.state() == State::Failed; });
    CHECK(viewModel.error() == ErrorCode::WrongPassphrase);
    CHECK(field->isEnabled());
}

TEST_CASE("after too many tries the wait counts down and ends by itself", "[session]")
{
    ui::SignInViewModel viewModel({u"asha"_s}, answers(ErrorCode::Throttled, u"2"_s));
    viewModel.signIn(u"asha"_s, u"once more"_s);
    waitUntil([&] { return viewModel.state() == State::Throttled; });
    CHECK(viewModel.secondsLeft() == 2);
    viewModel.signIn(u"asha"_s, u"and again"_s); // does nothing while it waits
    CHECK(viewModel.state() == State::Throttled);
    waitUntil([&] { return viewModel.state() == State::Ready; });
}

TEST_CASE("without a store the window says how to enrol, and asks for nothing", "[session]")
{
    ui::Language language;
    ui::SignInViewModel viewModel({}, answers(ErrorCode::NotFound));
    ui::SignInWindow window(viewModel, language);
    window.show();
    CHECK(viewModel.state() == State::NoStore);
    CHECK_FALSE(window.findChild<QLineEdit *>()->isVisible());
}

TEST_CASE("every control of the sign-in window has a name for a screen reader", "[session]")
{
    ui::Language language;
    ui::SignInViewModel viewModel({u"asha"_s}, answers(ErrorCode::InUse));
    ui::SignInWindow window(viewModel, language);
    window.show();
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        INFO(widget->metaObject()->className());
        const auto *button = qobject_cast<const QPushButton *>(widget);
        CHECK_FALSE((widget->accessibleName().isEmpty() && (!button || button->text().isEmpty())));
    }
}

TEST_CASE("what was typed as a passphrase is not in memory once it was checked", "[session][memory]")
{
    crypto::Secret secret = test::randomLetters(24);
    const test::Needle passphrase(secret);
    ui::Language language;
    ui::SignInViewModel viewModel({u"asha"_s}, answers(ErrorCode::WrongPassphrase));
    ui::SignInWindow window(viewModel, language);
    window.show();
    auto *field = window.findChild<QLineEdit *>();
    REQUIRE(field);
    for (const char letter : secret.view())
        field->insert(QString(QLatin1Char(letter)));
    secret = {};
    CHECK(passphrase.find().open > 0); // it is in the field
    emit field->returnPressed();
    waitUntil([&] { return viewModel.state() == State::Failed; });
    const auto places = passphrase.find();
    CHECK(places.where.empty());
    CHECK(places.open + places.guarded == 0);
}
