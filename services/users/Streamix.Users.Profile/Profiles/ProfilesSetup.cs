using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Profile.Profiles;

internal static class ProfilesSetup
{
    public static IServiceCollection AddProfiles(this IServiceCollection services)
    {
        services.AddOptions<ProfileOptions>().BindConfiguration("Profiles").ValidateDataAnnotations().ValidateOnStart();
        // Before the general translations, which know the constraint's kind only.
        services.Insert(0, ServiceDescriptor.Singleton<IExceptionTranslation, ProfileConflicts>());
        return services.AddScoped<Roster>().AddScoped<Guardian>();
    }
}
