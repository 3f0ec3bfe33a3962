using System.Collections.Concurrent;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Streamix.AppHost.Startup;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Startup;

public sealed class ProgressTests : IAsyncLifetime
{
    private readonly News _news = new();
    private readonly Lines _lines = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ProjectResource _copies = new("copies");
    private Task _showing = Task.CompletedTask;

    public Task InitializeAsync()
    {
        _copies.Annotations.Add(new ReplicaAnnotation(2));
        _showing = new Progress(new DistributedApplicationModel([_copies]), _news.Notifications, _lines).ShowAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _showing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        _news.Dispose();
    }

    [Fact]
    public async Task Ready_OfOneReplica_IsNotThatOfAll()
    {
        await RunsAsync("copies-a");
        await _news.TellAsync(_copies, "copies-b", KnownResourceStates.Finished, exitCode: 1);
        await _lines.ShouldSayAsync("FAILED (Finished, exit code 1)");
        _lines.Count("all healthy in").ShouldBe(0);

        await RunsAsync("copies-b");

        await _lines.ShouldSayAsync("all healthy in");
        _lines.Count(" ready").ShouldBe(1);
    }

    [Fact]
    public async Task Total_IsToldOnce_AndThenThatItIsHealthyAgain()
    {
        await RunsAsync("copies-a");
        await RunsAsync("copies-b");
        await _lines.ShouldSayAsync("all healthy in");

        await _news.TellAsync(_copies, "copies-b", KnownResourceStates.Finished, exitCode: 137);
        await RunsAsync("copies-b");

        await _lines.ShouldSayAsync("healthy again");
        _lines.Count("all healthy in").ShouldBe(1);
    }

    private Task RunsAsync(string id) => _news.TellAsync(_copies, id, KnownResourceStates.Running);

    private sealed class Lines : TextWriter
    {
        private readonly ConcurrentQueue<string> _all = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => _all.Enqueue(value ?? "");

        public int Count(string text) => _all.Count(line => line.Contains(text, StringComparison.Ordinal));

        public Task ShouldSayAsync(string text) => Until.TrueAsync(() => Count(text) == 1, $"it says {text} once", TimeSpan.FromSeconds(10));
    }
}
