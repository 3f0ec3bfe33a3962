using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Streamix.Streaming.Edge.Origin;

/// <summary>Gives every request to the handler: what nginx asks needs no pipeline.</summary>
internal sealed class OriginApplication(OriginHandler handler, IHttpContextFactory contexts) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => contexts.Create(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => handler.HandleAsync(context);

    public void DisposeContext(HttpContext context, Exception? exception) => contexts.Dispose(context);
}
