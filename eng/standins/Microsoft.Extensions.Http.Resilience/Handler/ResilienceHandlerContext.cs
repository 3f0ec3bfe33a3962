using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polly.Registry;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>What a pipeline may ask for while it is configured.</summary>
public sealed class ResilienceHandlerContext
{
    private readonly ConfigureBuilderContext<HttpKey> _builder;

    internal ResilienceHandlerContext(ConfigureBuilderContext<HttpKey> builder, IServiceProvider services) =>
        (_builder, ServiceProvider) = (builder, services);

    /// <summary>The services of the application.</summary>
    public IServiceProvider ServiceProvider { get; }

    /// <summary>The name of the pipeline: client and handler.</summary>
    public string BuilderName => _builder.PipelineKey.Name;

    /// <summary>What <c>SelectPipelineBy</c> returned; empty without it.</summary>
    public string InstanceName => _builder.PipelineKey.InstanceName;

    /// <summary>The current options of that name.</summary>
    public TOptions GetOptions<TOptions>(string? name = null) =>
        ServiceProvider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name ?? Options.Options.DefaultName);

    /// <summary>Builds the pipeline anew whenever the options of that name change.</summary>
    public void EnableReloads<TOptions>(string? name = null)
    {
        name ??= Options.Options.DefaultName;
        var changed = new CancellationTokenSource();
        var registration = ServiceProvider.GetRequiredService<IOptionsMonitor<TOptions>>().OnChange((_, changedName) =>
        {
            if (changedName == name)
                changed.Cancel();
        });
        _builder.AddReloadToken(changed.Token);
        _builder.OnPipelineDisposed(() =>
        {
            registration?.Dispose();
            changed.Dispose();
        });
    }

    /// <summary>Called when the pipeline is disposed or replaced.</summary>
    public void OnPipelineDisposed(Action callback) => _builder.OnPipelineDisposed(callback);
}
