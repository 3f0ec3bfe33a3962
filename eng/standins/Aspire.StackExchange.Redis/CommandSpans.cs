using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using StackExchange.Redis;
using StackExchange.Redis.Profiling;

namespace Aspire.StackExchange.Redis;

/// <summary>Spans of commands, made after the fact from the profiles StackExchange.Redis keeps per calling activity.</summary>
internal sealed class CommandSpans(TimeProvider? time = null) : IDisposable
{
    public const string SourceName = "OpenTelemetry.Instrumentation.StackExchangeRedis";
    private static readonly ActivitySource Source = new(SourceName);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(ActivityTraceId, ActivitySpanId), (Activity Parent, ProfilingSession Session)> _open = new();
    private readonly Lock _gate = new();
    private ITimer? _timer;

    public void Watch(IConnectionMultiplexer connection)
    {
        connection.RegisterProfiler(Session);
        lock (_gate) _timer ??= (time ?? TimeProvider.System).CreateTimer(static self => ((CommandSpans)self!).Flush(), this, Pause, Pause);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        Flush();
    }

    internal void Flush()
    {
        foreach (var (key, (parent, session)) in _open)
        {
            // Looked at before the profiles are taken: what the activity still sends afterwards waits for the next round.
            var ended = parent.IsStopped;
            foreach (var command in session.FinishProfiling()) Tell(command, parent);
            if (ended) _open.TryRemove(key, out _);
        }
    }

    private ProfilingSession? Session() =>
        Source.HasListeners() && Activity.Current is { IsAllDataRequested: true } current
            ? _open.GetOrAdd((current.TraceId, current.SpanId), static (_, parent) => (parent, new ProfilingSession()), current).Session
            : null;

    private static void Tell(IProfiledCommand command, Activity parent)
    {
        using var span = Source.StartActivity(command.Command, ActivityKind.Client, parent.Context, startTime: command.CommandCreated);
        if (span is null) return;
        span.SetTag("db.system", "redis");
        span.SetTag("db.statement", command.Command);
        span.SetTag("db.redis.database_index", command.Db);
        var (host, port) = command.EndPoint switch
        {
            IPEndPoint ip => (ip.Address.ToString(), ip.Port),
            DnsEndPoint dns => (dns.Host, dns.Port),
            _ => (command.EndPoint.ToString(), 0),
        };
        span.SetTag("server.address", host);
        if (port > 0) span.SetTag("server.port", port);
        span.SetEndTime(command.CommandCreated + command.ElapsedTime);
    }
}
