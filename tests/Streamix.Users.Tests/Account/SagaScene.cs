using System.Text.Json;
using Streamix.Users.Account.Erasures;
using Streamix.Users.Account.Exports;

namespace Streamix.Users.Tests.Account;

/// <summary>The service with two holders of personal data beside it, and the means to let it die and start again.</summary>
public abstract class SagaScene : IAsyncLifetime
{
    internal AccountHost Host { get; private set; } = null!;

    internal FakeHolder Films { get; private set; } = null!;

    internal FakeHolder Bills { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        (Films, Bills) = (await FakeHolder.StartAsync("fake-films"), await FakeHolder.StartAsync("fake-bills"));
        Host = new() { Settings = FakeHolder.Settings(Films, Bills) };
        await Host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await ((IAsyncLifetime)Host).DisposeAsync();
        await Films.DisposeAsync();
        await Bills.DisposeAsync();
    }

    /// <summary>The process ends; another one starts on the same database and bucket.</summary>
    internal async Task RestartAsync()
    {
        var next = new AccountHost { Settings = Host.Settings, Database = Host.Database, Bucket = Host.Bucket, Time = Host.Time };
        await ((IAsyncLifetime)Host).DisposeAsync();
        await next.InitializeAsync();
        Host = next;
    }

    internal async Task EraseStepsAsync()
    {
        while (await Host.Services.GetRequiredService<ErasureSaga>().StepAsync(default))
        {
        }
    }

    internal async Task ExportStepsAsync()
    {
        while (await Host.Services.GetRequiredService<ExportSaga>().StepAsync(default))
        {
        }
    }

    internal static Dictionary<string, string> States(JsonElement saga) =>
        saga.GetProperty("services").EnumerateArray().ToDictionary(s => s.GetProperty("service").GetString()!, s => s.GetProperty("state").GetString()!);
}
