// SPDX-License-Identifier: MIT
#include "ui/sync/sync_indicator.h"

#include "ui/shell/elided_label.h"
#include "ui/theme/icons.h"
#include "ui/words/announce.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString bannerRole(Role role)
{
    switch (role) {
    case Role::Attention:
        return u"bannerAttention"_s;
    case Role::Done:
        return u"bannerDone"_s;
    case Role::Danger:
        return u"bannerDanger"_s;
    default:
        return u"banner"_s;
    }
}

// Only when it is another: each time is told to screen readers, and the link is looked at every few seconds.
void rename(QWidget &widget, const QString &words)
{
    if (widget.accessibleName() != words)
        widget.setAccessibleName(words);
}

} // namespace

SyncIndicator::SyncIndicator(QWidget *parent)
    : QFrame(parent),
      m_attention(new QPushButton),
      m_pill(new QFrame),
      m_icon(new QLabel),
      m_words(new ElidedLabel),
      m_signIn(new QPushButton),
      m_allow(new QPushButton)
{
    m_attention->setProperty("role", u"quiet"_s);
    m_signIn->setProperty("role", u"link"_s);
    m_allow->setProperty("role", u"link"_s);
    m_pill->setProperty("role", u"banner"_s);

    auto *pill = new QHBoxLayout(m_pill);
    pill->setContentsMargins(grid(1.5), 0, grid(1.5), 0);
    pill->setSpacing(grid(1));
    pill->addWidget(m_icon);
    pill->addWidget(m_words);
    pill->addWidget(m_signIn);
    pill->addWidget(m_allow);
    m_pill->setMinimumHeight(grid(4));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid(1));
    layout->addStretch(1);
    layout->addWidget(m_attention);
    layout->addWidget(m_pill);

    connect(m_attention, &QPushButton::clicked, this, &SyncIndicator::attentionRequested);
    connect(m_signIn, &QPushButton::clicked, this, &SyncIndicator::signInRequested);
    connect(m_allow, &QPushButton::clicked, this, &SyncIndicator::removalsAllowed);
    render();
}

void SyncIndicator::setStatus(const services::SyncStatus &status)
{
    if (status == m_status)
        return;
    m_status = status;
    render();
}

void SyncIndicator::render()
{
    m_said = words(m_status);
    rename(*m_words, m_said.words);
    m_words->setAccessibleDescription(m_said.detail);
    m_pill->setToolTip(m_said.words + u'\n' + m_said.detail);
    m_icon->setPixmap(iconPixmap(m_said.icon, m_said.role, grid(2), devicePixelRatioF()));
    const QString role = bannerRole(m_said.role);
    if (m_pill->property("role").toString() != role) {
        m_pill->setProperty("role", role);
        restyle(m_pill);
        restyle(m_words);
    }
    m_signIn->setVisible(m_said.canSignIn);
    m_signIn->setText(tr("Sign in to send"));
    m_allow->setVisible(m_said.canAllowRemovals);
    m_allow->setText(tr("Let it happen"));

    m_attention->setVisible(m_status.needsAttention > 0);
    m_attention->setIcon(icon(u"exclamation-triangle", Role::Attention));
    m_attention->setToolTip(tr("What the centre could not take, and what two people changed (Ctrl+Shift+A)"));
    announceState(m_pill, m_said.words);
    fit();
}

// As much as there is room for: first the link is told in brief, then of what needs attention only the number is left.
// A screen reader hears all of it always.
void SyncIndicator::fit()
{
    const int needing = static_cast<int>(m_status.needsAttention);
    const QString attention = tr("%n need(s) attention", nullptr, needing);
    rename(*m_attention, attention);
    if (!say(m_said.words, attention) && !say(m_said.brief, attention))
        say(m_said.brief, QLocale().toString(needing));
}

bool SyncIndicator::say(const QString &words, const QString &attention)
{
    m_words->setText(words);
    m_attention->setText(attention);
    int wanted = m_pill->layout()->sizeHint().width();
    if (!m_attention->isHidden())
        wanted += m_attention->sizeHint().width() + layout()->spacing();
    return wanted <= width();
}

QSize SyncIndicator::minimumSizeHint() const
{
    return {grid(6), QFrame::minimumSizeHint().height()};
}

void SyncIndicator::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void SyncIndicator::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange)
        render();
    QFrame::changeEvent(event);
}

} // namespace reeve::ui
