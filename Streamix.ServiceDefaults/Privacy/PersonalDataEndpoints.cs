using Streamix.ServiceDefaults.Auth;

namespace Streamix.ServiceDefaults.Privacy;

/// <summary>How the account's sagas reach the stores of a service.</summary>
public static class PersonalDataEndpoints
{
    private const string Asking = "users-account";

    /// <summary>Registers a store of personal data.</summary>
    public static IServiceCollection AddPersonalData<TStore>(this IServiceCollection services) where TStore : class, IPersonalDataStore =>
        services.AddScoped<IPersonalDataStore, TStore>();

    internal static void MapPersonalData(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IServiceProviderIsService>() is not { } known || !known.IsService(typeof(IPersonalDataStore)))
            return;
        var data = app.MapInternal("personal-data/{accountId:guid}").WithTags("Personal data").RequireService(Asking);
        data.MapGet("/", ExportAsync).WithName("ExportPersonalData").WithSummary("Everything this service holds of an account, by store.");
        data.MapDelete("/", EraseAsync).WithName("ErasePersonalData").WithSummary("Erases it; safe to repeat.");
    }

    private static async Task<IDictionary<string, object?>> ExportAsync(Guid accountId, IEnumerable<IPersonalDataStore> stores, CancellationToken cancellationToken)
    {
        Dictionary<string, object?> parts = new(StringComparer.Ordinal);
        foreach (var store in stores)
            parts[store.Name] = await store.ExportAsync(accountId, cancellationToken);
        return parts;
    }

    private static async Task<IDictionary<string, int>> EraseAsync(Guid accountId, IEnumerable<IPersonalDataStore> stores, CancellationToken cancellationToken)
    {
        Dictionary<string, int> erased = new(StringComparer.Ordinal);
        foreach (var store in stores)
            erased[store.Name] = await store.EraseAsync(accountId, cancellationToken);
        return erased;
    }
}
