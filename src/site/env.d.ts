declare namespace App {
  interface Locals {
    /** The briefing that is being rendered, for the components in its body. */
    briefing?: import('../briefing.ts').BriefingMatter;
  }
}
