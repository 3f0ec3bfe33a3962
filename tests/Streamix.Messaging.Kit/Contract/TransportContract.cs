using Xunit;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>What every transport must pass. A transport's test class derives from the parts of this suite.</summary>
public abstract class TransportContract : IAsyncLifetime
{
    private readonly List<Stage> _stages = [];

    protected ITransportUnderTest Transport { get; private set; } = null!;

    public async Task InitializeAsync() => Transport = await StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var stage in _stages)
            await stage.DisposeAsync();
        await Transport.DisposeAsync();
    }

    protected abstract Task<ITransportUnderTest> StartAsync();

    protected async Task<Stage> StageAsync(Func<Processes.KitSettings, Processes.KitSettings>? configure = null)
    {
        var stage = await Stage.CreateAsync(Transport, configure);
        _stages.Add(stage);
        return stage;
    }
}
