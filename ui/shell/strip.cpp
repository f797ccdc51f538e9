// SPDX-License-Identifier: MIT
#include "ui/shell/strip.h"

#include "ui/shell/elided_label.h"
#include "ui/theme/icons.h"
#include "ui/words/announce.h"
#include "ui/words/dates.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

Strip::Strip(const Clock &clock, QWidget *findBox, QWidget *syncIndicator, QWidget *parent)
    : QFrame(parent),
      m_clock(clock),
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
    layout->setSpacing(grid(1));
    auto *state = new QHBoxLayout(m_state);
    state->setContentsMargins(0, 0, 0, 0);
    state->setSpacing(grid(1));
    state->addWidget(m_icon);
    state->addWidget(m_call);
    state->addWidget(m_time);
    state->addWidget(m_who);
    state->addStretch(1);
    layout->addWidget(m_state);
    layout->addSpacing(grid(1));
    findBox->setMinimumWidth(160);
    findBox->setMaximumWidth(grid(95)); // as wide as the list that drops under it
    layout->addWidget(findBox, 100);
    layout->addStretch(1);
    layout->addSpacing(grid(1));
    layout->addWidget(syncIndicator);

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
    m_who->setVisible(!m_name.isEmpty());
    m_who->setText(m_name);
    m_who->setAccessibleName(m_name.isEmpty() ? QString() : tr("With %1").arg(m_name));
    announce(m_call, isWorking ? m_callWords : tr("Ready: nothing in work"));
    tick();
}

// The field to find somebody in stands above the column of the work, and stays there: a call that begins, or a name,
// moves nothing. Large text takes the room that it needs.
void Strip::fit()
{
    m_state->setMinimumWidth(std::min(grid(46), width() * 26 / 100));
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
    QFrame::changeEvent(event);
}

} // namespace reeve::ui
