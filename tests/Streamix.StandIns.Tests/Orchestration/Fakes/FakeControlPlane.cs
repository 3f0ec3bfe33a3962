using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace Streamix.StandIns.Tests.Orchestration.Fakes;

/// <summary>Keeps what it is asked for and tells what a test says; unless told otherwise, everything runs at once.</summary>
internal sealed class FakeControlPlane : IControlPlane
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, object> _objects = [];
    private readonly List<Channel<object>> _watchers = [];
    private int _nextPort = 40000;

    public bool RunsAtOnce { get; init; } = true;

    public int? TakenPort { get; init; }

    public ConcurrentQueue<string> Calls { get; } = [];

    public ConcurrentDictionary<string, string[]> Logs { get; } = [];

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ControlObject<TSpec, TStatus>> CreateAsync<TSpec, TStatus>(
        Kind<TSpec, TStatus> kind, string name, TSpec spec, IReadOnlyDictionary<string, string>? annotations, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"create {name}");
        var created = new ControlObject<TSpec, TStatus>(DcpApi.Version, kind.Name, new(name) { Annotations = annotations }, spec, (TStatus?)InitialStatus(spec));
        Tell(kind, created, "ADDED");
        return Task.FromResult(created);
    }

    public Task<ControlObject<TSpec, TStatus>?> FindAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult((ControlObject<TSpec, TStatus>?)_objects.GetValueOrDefault(name));
    }

    public Task StopAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"stop {name}");
        Report(name, "Finished", exitCode: 0);
        return Task.CompletedTask;
    }

    public Task DeleteAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"delete {name}");
        lock (_gate)
            _objects.Remove(name);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<ControlEvent<TSpec, TStatus>> WatchAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<object>();
        lock (_gate)
        {
            foreach (var known in _objects.Values.OfType<ControlObject<TSpec, TStatus>>())
                channel.Writer.TryWrite(new ControlEvent<TSpec, TStatus>("ADDED", known));
            _watchers.Add(channel);
        }
        await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken))
            if (change is ControlEvent<TSpec, TStatus> mine)
                yield return mine;
    }

    public async IAsyncEnumerable<string> LogsAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name, LogStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var line in Logs.GetValueOrDefault($"{name}/{stream}") ?? [])
            yield return line;
    }

    public Task ShutDownAsync(CancellationToken cancellationToken)
    {
        Calls.Enqueue("shut down");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Says that the state of a process has changed.</summary>
    public void Report(string name, string state, int? exitCode = null)
    {
        ControlObject<ExecutableSpec, ExecutableStatus> changed;
        lock (_gate)
            changed = (ControlObject<ExecutableSpec, ExecutableStatus>)_objects[name];
        Tell(Kinds.Executable, changed with { Status = new() { State = state, ExitCode = exitCode, Pid = 4711, EffectiveEnv = changed.Spec.Env, EffectiveArgs = changed.Spec.Args } }, "MODIFIED");
    }

    /// <summary>Repeats something that was true before.</summary>
    public void Repeat(ControlObject<ExecutableSpec, ExecutableStatus> old) => Send(new ControlEvent<ExecutableSpec, ExecutableStatus>("MODIFIED", old));

    public ControlObject<TSpec, TStatus> Get<TSpec, TStatus>(Kind<TSpec, TStatus> kind, string name)
    {
        lock (_gate)
            return (ControlObject<TSpec, TStatus>)_objects[name];
    }

    public bool Has(string name)
    {
        lock (_gate)
            return _objects.ContainsKey(name);
    }

    private object? InitialStatus<TSpec>(TSpec spec) => spec switch
    {
        ServiceSpec service when service.Port is null || service.Port != TakenPort => new ServiceStatus("NotReady", "localhost", service.Port ?? Interlocked.Increment(ref _nextPort)),
        ExecutableSpec process when RunsAtOnce => new ExecutableStatus { State = "Running", Pid = 4711, EffectiveEnv = process.Env, EffectiveArgs = process.Args },
        ContainerSpec when RunsAtOnce => new ContainerStatus { State = "Running", ContainerId = "c0ffee" },
        _ => null,
    };

    private void Tell<TSpec, TStatus>(Kind<TSpec, TStatus> kind, ControlObject<TSpec, TStatus> now, string type)
    {
        lock (_gate)
        {
            _objects[now.Metadata.Name] = now;
            Send(new ControlEvent<TSpec, TStatus>(type, now));
        }
    }

    private void Send(object change)
    {
        lock (_gate)
            foreach (var watcher in _watchers)
                watcher.Writer.TryWrite(change);
    }
}
