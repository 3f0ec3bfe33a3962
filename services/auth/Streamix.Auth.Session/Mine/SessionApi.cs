using Streamix.Auth.Session.Devices;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Mine;

internal static class SessionApi
{
    private const int LargestBody = 8 * 1024;

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup("/session").RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithTags("Sessions").WithValidation();
        sessions.MapRefresh();
        sessions.MapSignOut();
        sessions.MapGroup("").RequireCaller().MapOwn();
        sessions.MapGroup("/device").WithTags("Devices").MapDevices();
    }

    private static void MapOwn(this RouteGroupBuilder own)
    {
        own.MapSessionList();
        own.MapSessionProfile();
    }
}
