// SPDX-License-Identifier: MIT
#pragma once

#include "app/reeve/session.h"
#include "tests/screenshots/sample_centre.h"
#include "ui/shell/commands.h"
#include "ui/shell/language.h"

#include <QTemporaryDir>

#include <memory>

namespace reeve::test {

// A clock that stands for the same minute in every run. Time goes on from there.
class MorningClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_begin + m_system.monotonic() - m_start; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_system.monotonic(); }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_start = m_system.monotonic();
    Instant m_begin{std::chrono::milliseconds(1795344120000)}; // Sunday, 22 November 2026, 10:42
};

// The hand on the keyboard of a real window, and the eye in front of it: a sample desk, what is done there, and the
// pictures of it. Which pictures, pictures.h says.
class Photographer final
{
public:
    enum class Look { Light, Dark, Welsh, Large, Small }; // Large: at 200 %; Small: the window of an old screen
    // Every: each picture of the window in all of them, to be looked at.
    enum class Looks { One, Every };

    Photographer(QString folder, Looks looks, const services::Policy &policy, ui::Language &language);
    ~Photographer();
    Photographer(const Photographer &) = delete;
    Photographer &operator=(const Photographer &) = delete;

    // The desk, enrolled and signed in to, with a picture of the latter. False when that failed.
    [[nodiscard]] bool begin();
    void close(); // the window
    // False once anything was not as it should be.
    [[nodiscard]] bool isWhole() const noexcept { return m_isWhole; }
    void fail() noexcept { m_isWhole = false; }

    [[nodiscard]] ui::MainWindow &window() { return m_session->window(); }
    [[nodiscard]] services::Desk &desk() { return m_session->desk(); }
    [[nodiscard]] SampleCentre::Mood &mood() noexcept { return *m_mood; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] services::SampleCouncil council() const { return {m_size, m_clock.now()}; }
    // Somebody who has been in touch before, and has told us something sensitive: there is more to see.
    [[nodiscard]] qint64 somebodyWithAStory() const;

    void wait(std::chrono::milliseconds time) const;
    void type(const QString &text) const;
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void run(ui::Command command);
    void pressButton(const QString &beginning); // the first one on screen whose words begin so
    void unlock();

    void take(const QString &name); // of the window as it is: light, in English
    void take(const QString &name, Look look);

private:
    [[nodiscard]] bool enrol();
    void signIn();
    void snap(QWidget &widget, const QString &name);

    const QString m_folder;
    const Looks m_looks;
    const services::Policy m_policy;
    ui::Language &m_language;
    QTemporaryDir m_store;
    MorningClock m_clock;
    std::shared_ptr<SampleCentre::Mood> m_mood = std::make_shared<SampleCentre::Mood>();
    const services::SampleSize m_size{7, 400, 3.0};
    std::unique_ptr<app::Session> m_session;
    bool m_isWhole = true;
};

} // namespace reeve::test
