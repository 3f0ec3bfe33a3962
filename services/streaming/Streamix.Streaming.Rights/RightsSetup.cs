using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Streaming.Rights.Admission;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Copies;
using Streamix.Streaming.Rights.Places;
using Streamix.Streaming.Rights.Plans;
using Streamix.Streaming.Rights.Slots;
using Streamix.Streaming.Rights.Windows;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.Rights;

internal static class RightsSetup
{
    public static void AddRights(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RightsOptions>().BindConfiguration(RightsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RightsOptions>, RightsOptionsCheck>();
        services.AddServiceClient<DocumentsClient>("media-catalog");
        services.AddTransient<CatalogTitles>().AddScoped<TitleCopies>();
        services.AddSingleton<TerritoryTable>().AddHostedService<TerritoryRounds>();
        builder.AddKeyedRedisClient(SlotRedis.Connection, settings => settings.DisableHealthChecks = true, SlotRedis.Configure);
        services.AddSingleton<SlotRedis>().AddSingleton<LocalSlots>().AddSingleton<SlotDesk>();
        services.AddSingleton<FactCaches>().AddSingleton<FactLoader>().AddSingleton<FactDesk>();
        services.AddSingleton<FactListener>().AddHostedService(provider => provider.GetRequiredService<FactListener>());
        services.AddSingleton<AdmissionDesk>().AddSingleton<RightsMetrics>();
        services.AddScoped<RightsOfAccount>().AddScoped<AccountPlanDesk>().AddScoped<WindowDesk>();
        services.AddPersonalData<RightsOfAccount>();
    }

    public static void HandleCopies(this MessagingBuilder events) => events
        .Handles<AccountRegistered, CopyAccount>()
        .Handles<AccountStatusChanged, CopyAccount>()
        .Handles<AccountLocaleChanged, CopyAccount>()
        .Handles<AccountErased, ForgetAccount>()
        .Handles<ProfileCreated, CopyProfile>()
        .Handles<ProfileChanged, CopyProfile>()
        .Handles<ProfileRemoved, CopyProfile>()
        .Handles<TitleChanged, CopyTitle>()
        .Handles<TitleWithdrawn, CopyTitle>();
}
