using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Instrumentation.AspNetCore.Requests;
using OpenTelemetry.Instrumentation.Diagnostics;

namespace OpenTelemetry.Trace;

/// <summary>Spans of ASP.NET Core.</summary>
public static class AspNetCoreInstrumentationTracerProviderBuilderExtensions
{
    private const string Grpc = "OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_ENABLE_GRPC_INSTRUMENTATION";
    private const string KeepQuery = "OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION";

    /// <summary>Collects spans of incoming requests, named and tagged as the HTTP semantic conventions say.</summary>
    public static TracerProviderBuilder AddAspNetCoreInstrumentation(this TracerProviderBuilder builder) => builder.AddAspNetCoreInstrumentation(null, null);

    /// <inheritdoc cref="AddAspNetCoreInstrumentation(TracerProviderBuilder)"/>
    public static TracerProviderBuilder AddAspNetCoreInstrumentation(
        this TracerProviderBuilder builder, Action<AspNetCoreTraceInstrumentationOptions>? configureAspNetCoreTraceInstrumentationOptions) =>
        builder.AddAspNetCoreInstrumentation(null, configureAspNetCoreTraceInstrumentationOptions);

    /// <inheritdoc cref="AddAspNetCoreInstrumentation(TracerProviderBuilder)"/>
    public static TracerProviderBuilder AddAspNetCoreInstrumentation(
        this TracerProviderBuilder builder, string? name, Action<AspNetCoreTraceInstrumentationOptions>? configureAspNetCoreTraceInstrumentationOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        name ??= Options.DefaultName;
        builder.ConfigureServices(services => services.AddOptions<AspNetCoreTraceInstrumentationOptions>(name)
            .Configure<IServiceProvider>((options, provider) => ReadFlags(options, provider.GetService<IConfiguration>()))
            .Configure(options => configureAspNetCoreTraceInstrumentationOptions?.Invoke(options)));
        builder.AddSource("Microsoft.AspNetCore");
        builder.AddInstrumentation(provider => new DiagnosticSubscription(
            "Microsoft.AspNetCore", new RequestListener(provider.GetRequiredService<IOptionsMonitor<AspNetCoreTraceInstrumentationOptions>>().Get(name))));
        return (builder as IDeferredTracerProviderBuilder)?.Configure((provider, deferred) => AddOptionalSources(
            deferred, provider.GetRequiredService<IOptionsMonitor<AspNetCoreTraceInstrumentationOptions>>().Get(name))) ?? builder;
    }

    private static void ReadFlags(AspNetCoreTraceInstrumentationOptions options, IConfiguration? configuration)
    {
        options.EnableGrpc = bool.TryParse(configuration?[Grpc], out var grpc) && grpc;
        options.KeepQueryValues = bool.TryParse(configuration?[KeepQuery], out var keep) && keep;
    }

    private static void AddOptionalSources(TracerProviderBuilder builder, AspNetCoreTraceInstrumentationOptions options)
    {
        if (options.EnableAspNetCoreSignalRSupport)
            builder.AddSource("Microsoft.AspNetCore.SignalR.Server");
        if (options.EnableRazorComponentsSupport)
            builder.AddSource("Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits");
    }
}
