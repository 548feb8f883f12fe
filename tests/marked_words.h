// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

/// Marks the sentences of a class that go through the catalogues, while it lives.
class MarkedWords final : public QTranslator
{
public:
    explicit MarkedWords(QLatin1StringView context)
        : m_context(context)
    {
        QCoreApplication::installTranslator(this);
    }
    ~MarkedWords() override { QCoreApplication::removeTranslator(this); }

    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return m_context == QLatin1StringView(context) ? u'~' + QString::fromUtf8(source) : QString();
    }
    bool isEmpty() const override { return false; }

private:
    QLatin1StringView m_context;
};
