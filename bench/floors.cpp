// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/floors.h"

#include "bench/stream_bytes.h"

#include <algorithm>
#include <cstring>
#include <netinet/in.h>
#include <simdjson.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace bolt::bench {

double processCpuMicros()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto micros = [](const timeval &t) { return double(t.tv_sec) * 1e6 + double(t.tv_usec); };
    return micros(usage.ru_utime) + micros(usage.ru_stime);
}

RawRead readRaw(quint16 port, qsizetype expected)
{
    RawRead result;
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return result;
    if (::write(fd, "RAW\n", 4) == 4) {
        result.bytes.fill('\0', expected);
        const double before = processCpuMicros();
        qsizetype at = 0;
        while (at < expected) {
            const auto got = ::read(fd, result.bytes.data() + at, size_t(std::min<qsizetype>(expected - at, 65536)));
            if (got <= 0)
                break;
            at += got;
        }
        result.cpuMicros = processCpuMicros() - before;
        result.bytes.truncate(at);
    }
    ::close(fd);
    return result;
}

double parseOnly(const QByteArray &bytes, qint64 &checksum)
{
    using namespace simdjson;
    const auto messages = messagesIn(bytes);
    ondemand::parser parser;
    std::vector<char> padded(1 << 16);
    const double before = processCpuMicros();
    for (const QByteArrayView text : messages) {
        if (text.size() + qsizetype(SIMDJSON_PADDING) > qsizetype(padded.size()))
            padded.resize(size_t(text.size()) + SIMDJSON_PADDING);
        std::memcpy(padded.data(), text.data(), size_t(text.size()));
        ondemand::document document;
        if (parser.iterate(padded.data(), size_t(text.size()), padded.size()).get(document) != SUCCESS)
            continue;
        ondemand::object record;
        if (document.at(4)["data"]["record"].get_object().get(record) != SUCCESS)
            continue;
        std::string_view word;
        int64_t number = 0;
        for (const char *field : {"id", "submission_queue_id", "customer_id", "directory_id", "status"}) {
            if (record.find_field(field).get_string().get(word) == SUCCESS)
                checksum += qint64(word.size());
        }
        for (const char *field : {"attempt", "max_attempts"}) {
            if (record.find_field(field).get_int64().get(number) == SUCCESS)
                checksum += number;
        }
        if (record.find_field("updated_at").get_string().get(word) == SUCCESS)
            checksum += qint64(word.size());
        if (record.find_field("version").get_int64().get(number) == SUCCESS)
            checksum += number;
    }
    return processCpuMicros() - before;
}

} // namespace bolt::bench
