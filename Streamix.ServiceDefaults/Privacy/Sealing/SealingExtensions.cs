using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Streamix.ServiceDefaults.Privacy.Sealing;

/// <summary>Sealing for services.</summary>
public static class SealingExtensions
{
    internal const string KeysPath = "/.well-known/sealing-keys.json";

    /// <summary>For services that seal for others.</summary>
    public static IServiceCollection AddSealing(this IServiceCollection services)
    {
        services.AddOptions<SealingOptions>().BindConfiguration("Sealing");
        services.AddHttpClient(RecipientKeys.Client);
        services.TryAddSingleton<SealedInbox>();
        services.TryAddSingleton<RecipientKeys>();
        services.TryAddSingleton<ISealer, Sealer>();
        return services;
    }

    /// <summary>For services that others seal for: their public key is served at <c>/.well-known/sealing-keys.json</c>, which the gateway never routes.</summary>
    public static WebApplicationBuilder AddSealedInbox(this WebApplicationBuilder builder)
    {
        builder.Services.AddSealing();
        builder.Services.TryAddSingleton<SealedInboxMark>();
        return builder;
    }

    internal static void MapSealedInbox(this WebApplication app)
    {
        if (app.Services.GetService<SealedInboxMark>() is null)
            return;
        var keys = app.Services.GetRequiredService<SealedInbox>();
        app.MapGet(KeysPath, () => TypedResults.Ok(keys.Published)).AllowAnonymous().ExcludeFromDescription();
    }

    internal sealed class SealedInboxMark;
}
