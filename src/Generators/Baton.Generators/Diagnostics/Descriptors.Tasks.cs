using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor TaskMethodIsUnsupported = Error(
        "BATON5001",
        "Signature of a method for a task is unsupported",
        "'{0}.{1}' cannot be called for its [{2}]: {3}. Supported: {4}.",
        Tasks);

    public static readonly DiagnosticDescriptor TaskHasTwoMethods = Error(
        "BATON5002",
        "Two methods for one task",
        "'{0}' has two [{1}] methods, '{2}' and '{3}': make it one method",
        Tasks);

    public static readonly DiagnosticDescriptor CredentialOptionIsInvalid = Error(
        "BATON5003",
        "Credential option is invalid",
        "[{0}] of '{1}' does not say how the credential comes about: {2}. Name each option that the method can deal with once, and prefer one of them.",
        Tasks);

    public static readonly DiagnosticDescriptor FormFieldIsUnsupported = Error(
        "BATON5004",
        "Parameter cannot be a field of a form",
        "'{0}' in '{1}' is shown to people as a form, but {2}",
        Tasks);

    public static readonly DiagnosticDescriptor SecretTypeIsInvalid = Error(
        "BATON5005",
        "Issued credential has no usable resource type",
        "'{0}' stands for credentials that '{1}' issues, but it {2}",
        Tasks);

    public static readonly DiagnosticDescriptor IssuedCredentialIsInvalid = Error(
        "BATON5006",
        "Offer of a credential is invalid",
        "[IssueCredential] of '{0}' {1}: correct it, since C1 refuses a connector with such an offer",
        Tasks);

    public static readonly DiagnosticDescriptor ActionIsInvalid = Error(
        "BATON5007",
        "Action is invalid",
        "Action '{0}' of '{1}' cannot be offered: {2}",
        Tasks);

    public static readonly DiagnosticDescriptor ActionConstraintIsInvalid = Error(
        "BATON5008",
        "Constraint of an action is invalid",
        "[ActionConstraint] of '{1}.{0}' can never do what it says: {2}",
        Tasks);

    public static readonly DiagnosticDescriptor EventFeedIsInvalid = Error(
        "BATON5009",
        "Event feed is invalid",
        "Event feed '{0}' of '{1}' cannot be registered: {2}",
        Tasks);
}
