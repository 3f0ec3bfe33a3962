namespace Streamix.Comms.Email.Queue;

/// <summary>Why a mail is sent. The order is the queue's: a campaign never delays a passcode.</summary>
internal enum MailKind
{
    /// <summary>Somebody did something and needs to know.</summary>
    Transactional,

    /// <summary>We would like to tell something, to those who agreed.</summary>
    Marketing,
}
