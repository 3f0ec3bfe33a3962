using Streamix.Media.Catalog.Browsing;
using Streamix.Media.Catalog.Documents;
using Streamix.Media.Catalog.Editing;
using Streamix.Media.Catalog.Exchange;
using Streamix.Media.Catalog.People;
using Streamix.Media.Catalog.Playables;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Revisions;
using Streamix.Media.Catalog.Viewers;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Media.Catalog.Titles;

internal static class TitlesSetup
{
    public static IServiceCollection AddTitles(this IServiceCollection services)
    {
        services.AddOptions<PublishingOptions>().BindConfiguration("Catalog:Publishing");
        // Before the general translations, which know the constraint's kind only.
        services.Insert(0, ServiceDescriptor.Singleton<IExceptionTranslation, CatalogConflicts>());
        services.AddScoped<Publisher>().AddScoped<Chronicle>().AddScoped<TitleDesk>().AddScoped<PublishingDesk>().AddScoped<Premiere>();
        services.AddScoped<TitleEditor>().AddScoped<TitleRemoval>().AddScoped<PeopleDesk>();
        services.AddScoped<ViewerDesk>().AddScoped<ViewersOfAccount>().AddScoped<ArtworkOf>().AddScoped<TitlePages>().AddScoped<PersonPages>().AddScoped<DocumentReader>().AddScoped<PlayableReader>();
        services.AddExchange();
        services.AddPersonalData<ViewersOfAccount>();
        return services.AddSingleton<PremiereWorker>().AddHostedService(provider => provider.GetRequiredService<PremiereWorker>());
    }

    /// <summary>Who looks at titles is told by others.</summary>
    public static MessagingBuilder HandlesViewers(this MessagingBuilder events) => events
        .Handles<AccountRegistered, CopyCountry>()
        .Handles<AccountLocaleChanged, CopyCountry>()
        .Handles<AccountErased, ForgetViewers>()
        .Handles<ProfileCreated, CopyMaturity>()
        .Handles<ProfileChanged, CopyMaturity>()
        .Handles<ProfileRemoved, ForgetViewers>();

    public static void MapTitles(this IEndpointRouteBuilder app)
    {
        app.MapBrowsing();
        app.MapEditing();
        app.MapPublishing();
        app.MapRevisions();
        app.MapPeople();
        app.MapExchange();
        app.MapDocuments();
        app.MapPlayables();
    }
}
