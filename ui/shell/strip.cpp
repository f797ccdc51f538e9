// SPDX-License-Identifier: MIT
#include "ui/shell/strip.h"

#include "ui/interaction/interaction_words.h"
#include "ui/shell/elided_label.h"
#include "ui/theme/icons.h"
#include "ui/words/announce.h"
#include "ui/words/dates.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int gap = 16; // between the three parts

constexpr domain::Channel channels[] = {domain::Channel::Phone, domain::Channel::FaceToFace, domain::Channel::Email,
                                        domain::Channel::Web,   domain::Channel::Letter,     domain::Channel::Telecare};

} // namespace

Strip::Strip(const Clock &clock, QWidget *findBox, QWidget *syncIndicator, QWidget *parent)
    : QFrame(parent),
      m_clock(clock),
      m_findBox(findBox),
      m_state(new QWidget),
      m_icon(new QLabel),
      m_call(new QLabel),
      m_time(new QLabel),
      m_who(new ElidedLabel)
{
    setProperty("role", u"strip"_s);
    setMinimumHeight(grid(6));
    m_call->setProperty("role", u"strong"_s);
    m_time->setProperty("role", u"strong"_s);
    m_who->setProperty("role", u"secondary"_s);
    m_who->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid(2), grid(0.75), grid(2), grid(0.75));
    layout->setSpacing(0);
    auto *state = new QHBoxLayout(m_state);
    state->setContentsMargins(0, 0, 0, 0);
    state->setSpacing(grid(1));
    state->addWidget(m_icon);
    state->addWidget(m_call);
    state->addWidget(m_time);
    state->addWidget(m_who);
    state->addStretch(1);
    layout->addWidget(m_state);
    layout->addSpacing(gap);
    layout->addWidget(m_findBox);
    layout->addSpacing(gap);
    layout->addWidget(syncIndicator, 1);

    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &Strip::tick);
    render();
}

void Strip::setCall(const QString &words, const std::optional<Instant> &startedAt)
{
    m_callWords = words;
    m_startedAt = startedAt;
    if (startedAt)
        m_timer.start();
    else
        m_timer.stop();
    render();
}

void Strip::setWho(const QString &name)
{
    m_name = name;
    render();
}

void Strip::render()
{
    const bool isWorking = !m_callWords.isEmpty();
    m_icon->setPixmap(iconPixmap(isWorking ? u"record-circle" : u"circle", isWorking ? Role::Accent : Role::Secondary,
                                 grid(2), devicePixelRatioF()));
    m_call->setText(isWorking ? m_callWords : tr("Ready"));
    m_time->setVisible(m_startedAt.has_value());
    m_who->setText(m_name);
    m_who->setAccessibleName(m_name.isEmpty() ? QString() : tr("With %1").arg(m_name));
    announceState(m_call, isWorking ? m_callWords : tr("Ready: nothing in work"));
    tick();
    fit();
}

// The field to find somebody in stands where the window and the size of its text put it, and nothing else does: no call
// that begins, no name, and nothing that is said of the centre moves it or makes it narrower.
void Strip::fit()
{
    const QMargins around = layout()->contentsMargins();
    int call = 0;
    for (const domain::Channel channel : channels)
        call = std::max(call, m_call->fontMetrics().horizontalAdvance(atWorkWords(channel)));
    const int least = grid(2) + call + m_time->fontMetrics().horizontalAdvance(u"00:00"_s) + grid(3);
    const int state = std::max(std::min(grid(46), width() * 26 / 100), std::min(least, width() * 32 / 100));
    const int rest = width() - around.left() - around.right() - state - 2 * gap;
    m_state->setFixedWidth(state);
    // The name stands below as well: a few letters of it would tell nothing.
    int taken = m_icon->sizeHint().width() + m_call->sizeHint().width() + 3 * m_state->layout()->spacing();
    if (m_startedAt)
        taken += m_time->sizeHint().width();
    m_who->setVisible(!m_name.isEmpty() && state - taken > 10 * m_who->fontMetrics().averageCharWidth());
    m_findBox->setFixedWidth(std::max(rest / 2, std::min(grid(95), rest - grid(52))));
}

QSize Strip::minimumSizeHint() const
{
    return {grid(50), QFrame::minimumSizeHint().height()};
}

void Strip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void Strip::tick()
{
    if (!m_startedAt)
        return;
    const QString time = durationWords(m_clock.now() - *m_startedAt);
    // Figures of one width, so that nothing beside them moves.
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(QString(time.size(), u'0')) + grid(0.5));
    m_time->setText(time);
}

void Strip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        render();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        fit();
    QFrame::changeEvent(event);
}

} // namespace reeve::ui
