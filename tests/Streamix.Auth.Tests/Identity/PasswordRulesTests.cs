using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Streamix.Auth.Contracts.Credentials;

namespace Streamix.Auth.Tests.Identity;

public class PasswordRulesTests
{
    private const string Email = "ada.lovelace@example.org";

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("          1")]
    [InlineData("ten chars.")]
    [InlineData("пароль-из-букв")]
    [InlineData("😀😁😂😃😄😅😆😇😈😉")]
    public void Password_OfTheOwnersMaking_Passes(string password) => Rules().Complaint(password, Email).ShouldBeNull();

    [Theory]
    [InlineData("", "at least 10")]
    [InlineData("nine char", "at least 10")]
    [InlineData("😀😁😂😃😄😅😆😇😈", "at least 10")]
    [InlineData("ada.lovelace@example.org", "e-mail")]
    [InlineData(" Ada.Lovelace@Example.ORG ", "e-mail")]
    [InlineData("password123", "breaches")]
    [InlineData("Password123!", "breaches")]
    [InlineData("1234567890", "breaches")]
    [InlineData("qwertyuiop", "breaches")]
    public void Password_AgainstARule_IsRefused(string password, string why) => Rules().Complaint(password, Email)!.ShouldContain(why);

    [Fact]
    public void Password_WithHalfACharacter_IsRefused() => Rules().Complaint("lone surrogate \ud800", Email)!.ShouldContain("not valid");

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Password_AtTheUpperLimit_IsCountedInCodePoints(int codePoints, bool passes)
    {
        var password = string.Concat(Enumerable.Range(0, codePoints).Select(i => char.ConvertFromUtf32(0x1F300 + i)));
        (Rules().Complaint(password, Email) is null).ShouldBe(passes);
    }

    [Fact]
    public void Password_InADownloadedRange_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var hash = Sha1("a phrase nobody would guess");
            File.WriteAllText(Path.Combine(folder.FullName, hash[..5] + ".txt"), $"{new string('0', 35)}:7\r\n{hash[5..]}:3\r\n");
            Rules(folder.FullName).Complaint("a phrase nobody would guess", Email)!.ShouldContain("breaches");
            Rules().Complaint("a phrase nobody would guess", Email).ShouldBeNull();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Password_InARangeOfPadding_Passes()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var hash = Sha1("a phrase nobody would guess");
            File.WriteAllText(Path.Combine(folder.FullName, hash[..5] + ".txt"), $"{hash[5..]}:0\r\n");
            Rules(folder.FullName).Complaint("a phrase nobody would guess", Email).ShouldBeNull();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Hash_OfAPassword_IsVersion3WithOwaspsIterations()
    {
        var bytes = Convert.FromBase64String(PasswordHash.Of("correct horse battery"));
        bytes.Length.ShouldBe(61);
        bytes[0].ShouldBe((byte)1, "the format");
        Number(bytes, 1).ShouldBe(2u, "HMAC-SHA512");
        Number(bytes, 5).ShouldBeGreaterThanOrEqualTo(220_000u);
        Number(bytes, 9).ShouldBe(16u, "bytes of salt");
        Rfc2898DeriveBytes.Pbkdf2("correct horse battery", bytes.AsSpan(13, 16), (int)Number(bytes, 5), HashAlgorithmName.SHA512, 32).ShouldBe(bytes[29..]);
    }

    [Fact]
    public void Hash_WithFewerIterations_IsRightAndWantsToBeMadeAnew()
    {
        var weaker = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 })).HashPassword(new(), "correct horse battery");
        PasswordHash.Verify(weaker, "correct horse battery").ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        PasswordHash.Verify(PasswordHash.Of("correct horse battery"), "correct horse battery").ShouldBe(PasswordVerificationResult.Success);
        PasswordHash.Verify(weaker, "correct horse batterz").ShouldBe(PasswordVerificationResult.Failed);
    }

    private static uint Number(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

#pragma warning disable CA5350 // The lists are keyed by it.
    private static string Sha1(string text) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    private static PasswordRules Rules(string? folder = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Passwords:BreachedFolder", folder)]).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(settings).AddPasswordSeal().BuildServiceProvider().GetRequiredService<PasswordRules>();
    }
}
