namespace Streamix.Media.Drm.Pssh;

/// <summary>The common box of W3C's "cenc" initialisation data: key ids and nothing else.</summary>
internal static class CommonBox
{
    public static byte[] Of(IReadOnlyList<Guid> keyIds) => new PsshBox(SystemIds.Common, keyIds, []).Write();
}
