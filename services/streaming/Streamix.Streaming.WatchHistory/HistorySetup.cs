using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Streaming.WatchHistory.Facts;
using Streamix.Streaming.WatchHistory.Privacy;
using Streamix.Streaming.WatchHistory.Recording;
using Streamix.Streaming.WatchHistory.Watching;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.WatchHistory;

internal static class HistorySetup
{
    public static void AddHistory(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<HistoryOptions>().BindConfiguration(HistoryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<HistoryMetrics>();
        services.AddSingleton<Recorder>().AddHostedService(provider => provider.GetRequiredService<Recorder>());
        services.AddScoped<PositionWriter>().AddScoped<FactsDesk>().AddScoped<ContinueReader>().AddScoped<HistoryDesk>().AddScoped<HistoryOfAccount>();
        services.AddPersonalData<HistoryOfAccount>();
        services.AddServiceClient<PlayablesClient>("media-catalog");
    }

    public static MessagingBuilder HandlesNews(this MessagingBuilder events) => events
        .Handles<TitleChanged, DoubtFacts>()
        .Handles<TitlePublished, DoubtFacts>()
        .Handles<ProfileRemoved, ForgetProfile>()
        .Handles<AccountErased, ForgetAccount>();
}
