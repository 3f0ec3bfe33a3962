using Microsoft.AspNetCore.Http.Features;

namespace Streamix.Infra.Gateway.Admin;

/// <summary>Asks the real router which endpoint a request would meet, without executing it.</summary>
internal sealed class RouteProbe
{
    private RequestDelegate? _match;

    /// <summary>A pipeline of its own over the same endpoints; it ends before any of them runs.</summary>
    public void Attach(WebApplication app)
    {
        var branch = ((IApplicationBuilder)app).New();
        branch.UseRouting();
        branch.Run(_ => Task.CompletedTask);
        branch.UseEndpoints(endpoints => ((IEndpointRouteBuilder)app).DataSources.ToList().ForEach(endpoints.DataSources.Add));
        _match = branch.Build();
    }

    public async Task<Endpoint?> MatchAsync(string method, PathString path, IServiceProvider services)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = method, Path = path.Value ?? "/", Scheme = "https", Protocol = HttpProtocol.Http11 });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        var context = new DefaultHttpContext(features) { RequestServices = services };
        await (_match ?? throw new InvalidOperationException("Not attached."))(context);
        return context.GetEndpoint();
    }
}
