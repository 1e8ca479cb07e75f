using Baton.CompilerServices;

namespace Baton;

/// <summary>
/// Receives the parts of an insight: either a risk score or an issue, of a user, a resource, or something that another connector knows.
/// One of each is required.
/// </summary>
public sealed class SecurityInsightBuilder : ResourceBuilder<SecurityInsightBuilder>
{
    readonly List<(string Description, RiskSeverity Severity)> _factors = [];
    Kind _kind;
    InsightTarget? _target;
    int _score;
    string? _source, _issue, _severity;
    DateTimeOffset? _observed;

    private protected override Trait? OwnTrait => Trait.SecurityInsight;

    /// <summary>The insight is a risk score.</summary>
    /// <param name="normalized">From 0 to 100.</param>
    /// <param name="source">The score as the source writes it.</param>
    public SecurityInsightBuilder RiskScore(int normalized, string? source = null)
    {
        if (normalized is < 0 or > 100)
            throw new ArgumentOutOfRangeException(nameof(normalized), normalized, "A normalized risk score is from 0 to 100.");
        (_kind, _score, _source) = (Kind.Risk, normalized, source);
        return this;
    }

    /// <summary>Adds a reason for the risk score. Empty ones are left out.</summary>
    /// <param name="description">At most 4096 bytes.</param>
    /// <param name="severity">How bad it is.</param>
    public SecurityInsightBuilder RiskFactor(string? description, RiskSeverity severity = RiskSeverity.Unspecified)
    {
        if (!string.IsNullOrEmpty(description))
            _factors.Add((description, severity));
        return this;
    }

    /// <summary>The insight is an issue.</summary>
    /// <param name="value">What is wrong.</param>
    /// <param name="severity">How bad it is, in the source's own word; at most 1024 bytes.</param>
    public SecurityInsightBuilder Issue(string? value, string? severity = null)
    {
        (_kind, _issue, _severity) = (Kind.Issue, value, severity);
        return this;
    }

    /// <summary>When it was seen.</summary>
    public SecurityInsightBuilder ObservedAt(DateTimeOffset? time)
    {
        _observed = time;
        return this;
    }

    /// <summary>It is about the user with this e-mail address.</summary>
    public SecurityInsightBuilder OfUser(string email) => Of(new(InsightTarget.User, email));

    /// <summary>It is about a resource of this connector.</summary>
    public SecurityInsightBuilder OfResource(ResourceKey resource) => Of(new(InsightTarget.Resource, "") { Key = resource });

    /// <summary>It is about a resource of another connector.</summary>
    /// <param name="externalId">Its id there; at most 4096 bytes.</param>
    /// <param name="appHint">The application it belongs to; at most 1024 bytes.</param>
    public SecurityInsightBuilder OfExternalResource(string externalId, string? appHint = null) =>
        Of(new(InsightTarget.ExternalResource, externalId) { Second = appHint });

    /// <summary>It is about a user of an application.</summary>
    /// <param name="email">The address.</param>
    /// <param name="externalId">The user's id in the application; at most 4096 bytes.</param>
    public SecurityInsightBuilder OfAppUser(string email, string externalId) => Of(new(InsightTarget.AppUser, email) { Second = externalId });

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _factors.Clear();
        (_kind, _target, _score, _source, _issue, _severity, _observed) = (Kind.None, null, 0, null, null, null, null);
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        if (_kind == Kind.None)
            throw Incomplete("a kind: call RiskScore(…) or Issue(…)");
        var mark = writer.Begin((int)_kind);
        if (_kind == Kind.Risk)
            WriteRisk(writer);
        else
            WriteIssue(writer);
        writer.End(mark);
        writer.Timestamp(3, _observed);
        (_target ?? throw Incomplete("a target: call OfUser(…), OfResource(…), OfExternalResource(…) or OfAppUser(…)")).Write(writer);
    }

    void WriteRisk(WireWriter writer)
    {
        writer.Int(3, _score);
        writer.String(4, _source);
        foreach (var (description, severity) in _factors)
        {
            var factor = writer.Begin(5);
            writer.String(1, description);
            writer.Int(2, (int)severity);
            writer.End(factor);
        }
    }

    void WriteIssue(WireWriter writer)
    {
        writer.String(1, _issue);
        writer.String(2, _severity);
    }

    SecurityInsightBuilder Of(InsightTarget target)
    {
        _target = target;
        return this;
    }

    // The numbers are those of the fields.
    enum Kind
    {
        None = 0,
        Risk = 1,
        Issue = 2,
    }
}
