using MailKit.Net.Smtp;
using MimeKit;
using Streamix.Comms.Email.Smtp;

namespace Streamix.Comms.Tests.Smtp;

public sealed class SmtpFailuresTests
{
    /// <summary>Only what is said of the mailbox itself may cost an address all later mails.</summary>
    [Theory]
    [InlineData(550, "5.1.1 no such user", "NoMailbox", "smtp-550 5.1.1")]
    [InlineData(550, "5.1.2 no such domain", "NoMailbox", "smtp-550 5.1.2")]
    [InlineData(501, "5.1.3 bad address", "NoMailbox", "smtp-501 5.1.3")]
    [InlineData(551, "5.1.6 moved", "NoMailbox", "smtp-551 5.1.6")]
    [InlineData(556, "5.1.10 null MX", "NoMailbox", "smtp-556 5.1.10")]
    [InlineData(550, "5.2.1 mailbox disabled", "NoMailbox", "smtp-550 5.2.1")]
    [InlineData(550, "5.1.0 address rejected", "Refused", "smtp-550 5.1.0")]
    [InlineData(550, "5.1.4 ambiguous", "Refused", "smtp-550 5.1.4")]
    [InlineData(553, "5.1.7 bad sender address", "Refused", "smtp-553 5.1.7")]
    [InlineData(550, "5.1.8 sender's domain does not exist", "Refused", "smtp-550 5.1.8")]
    [InlineData(552, "5.2.2 mailbox full", "Refused", "smtp-552 5.2.2")]
    [InlineData(550, "5.7.1 blocked by policy", "Refused", "smtp-550 5.7.1")]
    [InlineData(550, "5.7.26 not authenticated", "Refused", "smtp-550 5.7.26")]
    [InlineData(550, "no such user here", "Refused", "smtp-550")]
    [InlineData(550, "blocked, see 5.1.1.7 on our list", "Refused", "smtp-550")]
    [InlineData(551, "user not local", "Refused", "smtp-551")]
    [InlineData(553, "not allowed", "Refused", "smtp-553")]
    [InlineData(554, "rejected", "Refused", "smtp-554")]
    [InlineData(450, "4.1.1 try again", "Later", "smtp-450 4.1.1")]
    public void Recipient_Refused_MeansWhatItsCodeSays(int status, string text, string verdict, string code)
    {
        var error = new SmtpCommandException(SmtpErrorCode.RecipientNotAccepted, (SmtpStatusCode)status, new MailboxAddress("", "ada@example.com"), text);
        var answer = SmtpFailures.OfSending(error);
        (answer.Verdict.ToString(), answer.Code).ShouldBe((verdict, code));
    }

    [Fact]
    public void Sender_RefusedInTheSameWords_SaysNothingOfTheRecipient() =>
        SmtpFailures.OfSending(new SmtpCommandException(SmtpErrorCode.SenderNotAccepted, (SmtpStatusCode)550, new MailboxAddress("", "us@example.com"), "5.1.1 no such user")).Verdict.ShouldBe(SmtpVerdict.Refused);
}
