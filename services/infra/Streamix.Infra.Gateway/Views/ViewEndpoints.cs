using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Primitives;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.Views;

/// <summary>One endpoint for each view of the catalogue, made anew when the catalogue changes.</summary>
internal sealed class ViewEndpoints(CatalogueStore store, ViewHandler handler) : EndpointDataSource
{
    private readonly Lock _gate = new();
    private RouteCatalogue? _from;
    private IReadOnlyList<Endpoint> _endpoints = [];

    public override IReadOnlyList<Endpoint> Endpoints
    {
        get
        {
            lock (_gate)
            {
                if (!ReferenceEquals(_from, store.Current))
                {
                    _from = store.Current;
                    _endpoints = [.. _from.Views.Select(Create)];
                }

                return _endpoints;
            }
        }
    }

    public override IChangeToken GetChangeToken() => store.ChangeToken;

    private Endpoint Create(ViewPlan view)
    {
        var builder = new RouteEndpointBuilder(context => handler.HandleAsync(view, context), RoutePatternFactory.Parse(view.Pattern), order: 0)
        {
            DisplayName = view.Policy.RouteId,
        };
        builder.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get]));
        builder.Metadata.Add(view);
        builder.Metadata.Add(view.Policy);
        return builder.Build();
    }
}
