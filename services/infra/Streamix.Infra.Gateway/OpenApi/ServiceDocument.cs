using System.Text.Json.Nodes;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>What a service says of itself, as fetched; null when it has never answered.</summary>
internal sealed record ServiceDocument(ServicePlan Service, JsonObject? Document, bool IsFresh);
