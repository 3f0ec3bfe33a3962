using System.Diagnostics;
using Aspire.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class DiagnosticsTests : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<bool> Mine = new();
    private readonly List<string> seen = [];

    [Fact]
    public void Construction_and_build_Are_announced_and_may_be_changed()
    {
        Mine.Value = true;
        using var subscription = DiagnosticListener.AllListeners.Subscribe(this);
        var app = Apps.Run();
        app.Build().Dispose();

        seen.ShouldBe(["DistributedApplicationBuilderConstructing", "DistributedApplicationBuilderConstructed", "DistributedApplicationBuilding", "DistributedApplicationBuilt"]);
        app.Configuration["From:Listener"].ShouldBe("yes");
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void OnNext(DiagnosticListener value)
    {
        if (Mine.Value && value.Name == "Aspire.Hosting")
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        seen.Add(value.Key);
        if (value.Value is ValueTuple<DistributedApplicationOptions, HostApplicationBuilderSettings> construction)
            (construction.Item2.Configuration ??= new()).AddInMemoryCollection([new("From:Listener", "yes")]);
    }
}
