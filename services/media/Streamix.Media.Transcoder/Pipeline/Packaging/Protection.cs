using System.Text;

namespace Streamix.Media.Transcoder.Pipeline.Packaging;

/// <summary>How to encrypt.</summary>
/// <param name="Scheme"><c>cenc</c> or <c>cbcs</c>.</param>
/// <param name="Keys">One for each tier of the plan and one for audio.</param>
internal sealed record Protection(string Scheme, IReadOnlyList<PackageKey> Keys);

/// <summary>A content key. Never says the key itself when printed; not to be stored.</summary>
/// <param name="Tier">See <see cref="Contracts.Keys.KeyTiers"/>.</param>
/// <param name="Id">16 bytes.</param>
/// <param name="Key">16 bytes.</param>
/// <param name="Iv">16 bytes: the constant IV of <c>cbcs</c>; empty to let it be chosen.</param>
/// <param name="Pssh">Boxes for the initialisation segments; may be empty.</param>
internal sealed record PackageKey(string Tier, byte[] Id, byte[] Key, byte[] Iv, byte[] Pssh)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Tier = ").Append(Tier).Append(", Id = ").Append(Convert.ToHexStringLower(Id));
        return true;
    }
}
