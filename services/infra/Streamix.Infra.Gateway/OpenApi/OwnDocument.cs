using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>What the gateway says of its own endpoints.</summary>
internal sealed class OwnDocument(IServiceProvider services)
{
    public const string Name = "v1";

    private static readonly ServicePlan Self = Planning.Service("infra-gateway", "gateway", new ServiceEntry { Paths = ["/api/v1/gateway", OperationRoutes.PublicPath] });
    private JsonObject? _document;

    /// <summary>Paths are as the public sees them.</summary>
    public async Task<ServiceDocument> GetAsync(CancellationToken cancellationToken)
    {
        if (_document is null)
        {
            var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancellationToken);
            _document = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken))!.AsObject();
        }

        return new ServiceDocument(Self, _document, IsFresh: true);
    }
}
