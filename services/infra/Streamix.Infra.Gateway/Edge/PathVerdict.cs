namespace Streamix.Infra.Gateway.Edge;

internal enum PathVerdict
{
    Clean,
    Malformed,
    Hidden,
}
